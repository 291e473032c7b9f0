import { describe, expect, it } from "vitest"
import { openDatabase } from "#prisma/client.ts"
import { createPlatformTables } from "#prisma/platform.ts"
import type { Actor } from "#server/context/actor.ts"
import { createPlatformContext } from "#server/context/platform-context.ts"
import { createPlatformUses } from "#server/context/platform-uses.ts"
import { listPlatformUses } from "#server/domain/insights/index.ts"
import { after, minutes } from "#server/kernel/clock.ts"
import { newId } from "#server/kernel/ids.ts"
import { createLogReader } from "#server/live/log-reader.ts"
import { jobEnvelope } from "#server/messages/jobs.ts"
import { findTenantById } from "#server/domain/tenants/index.ts"
import { openWorld } from "#tests/support/open-world.ts"
import { entriesOf } from "#workers/relay/queue-entries.ts"
import { batchSchema } from "#workers/runtime/batch.ts"
import { createSystemContexts } from "#workers/runtime/tenant-contexts.ts"

const world = await openWorld()

describe("a job", () => {
  it("carries the tenant of the event that asked for it, among many others", () => {
    const at = new Date(0)
    const events = Array.from({ length: 40 }, (_, index) => ({
      ...{ eventId: `evt_${index}`, tenantId: `ten_${index % 7}`, name: "order.confirmed" as const, at },
      payload: { orderId: `ord_${index}_of_ten_${index % 7}`, totalMinor: "1", currency: "USD" },
    }))
    const envelopes = entriesOf(events).flatMap(({ data }) => batchSchema.parse(data).envelopes)
    expect(envelopes.length).toBeGreaterThanOrEqual(40)
    for (const { tenantId, payload } of envelopes) expect(JSON.stringify(payload)).toContain(`_of_${tenantId}"`)
  })

  it("without a tenant is not read", () => {
    expect(jobEnvelope.safeParse({ job: "orders.confirm", eventId: "evt_1", payload: {} }).success).toBe(false)
    expect(jobEnvelope.safeParse({ job: "orders.confirm", eventId: "evt_1", tenantId: "", payload: {} }).success).toBe(false)
  })

  it("runs in its own tenant's context, however many run", async () => {
    const shops = [await world.openTestShop(), await world.openTestShop(), await world.openTestShop()]
    const parts = { tenancy: world.tenancy, ports: world.ports, clock: world.clock }
    const contexts = createSystemContexts({ ...parts, findTenant: (tenantId) => findTenantById(world.platform, tenantId) })
    const ids = Array.from({ length: 12 }, (_, index) => shops[index % 3]?.tenant.id ?? "")
    const found = await Promise.all(ids.map(async (tenantId) => (await contexts(tenantId))?.tenant.id))
    expect(found).toEqual(ids)
    expect(await contexts("ten_nobody")).toBeUndefined()
    const again = await contexts(ids[1] ?? "")
    expect(await again?.read(async ({ tenantId }) => tenantId)).toBe(ids[1])
  })
})

describe("the log", () => {
  it("is read back for one tenant at a time", async () => {
    const ids = [(await world.openTestShop()).tenant.id, (await world.openTestShop()).tenant.id]
    await world.platform.transact(
      "log.publish",
      ({ sql }) => sql`update outbox_event set seq = 1, published_at = now() where tenant_id = any(${ids}::text[])`,
    )
    const reader = createLogReader(world.platform)
    for (const tenantId of ids) {
      const { events } = await reader.after(tenantId, 0, { most: 100 })
      expect(events.map((event) => event.tenantId)).toEqual([tenantId])
    }
  })
})

describe("the platform's work", () => {
  it("is named, with who did it, in its own transaction", async () => {
    await world.platform.transact("test.look", async () => after(new Date(0), minutes(1)))
    await world.platform.transact("test.undone", () => Promise.reject(new Error("no"))).catch(() => undefined)
    const kept = await world.platform.read("test.look", ({ rows }) =>
      rows.platformAudit.findMany({ where: { purpose: { startsWith: "test." } } }),
    )
    expect(kept.map(({ purpose, actor }) => [purpose, actor])).toEqual([["test.look", "system"]])
  })

  it("is counted, by purpose and by whom, and what could not be written is counted on", async () => {
    const database = openDatabase({ url: world.platformUrl, poolSize: 1, applicationName: "test-uses" })
    const tables = createPlatformTables(database)
    const uses = createPlatformUses()
    const as = (actor: Actor) => createPlatformContext({ ...world, tables, uses, actor })
    const accountId = newId("account")
    await as({ kind: "system" }).read("test.count", async () => undefined)
    await as({ kind: "system" }).record("test.count", async () => undefined)
    await as({ kind: "admin", accountId }).read("test.count", async () => undefined)
    const broken = { ...tables, transact: () => Promise.reject(new Error("away")) }
    await expect(uses.write(broken, world.clock.now())).rejects.toThrow("away")
    await uses.write(tables, world.clock.now())
    // Nothing is left to say twice.
    await uses.write(tables, world.clock.now())
    const sums = (await listPlatformUses(world.platform)).filter(({ purpose }) => purpose === "test.count")
    expect(sums.map(({ actor, uses }) => [actor, uses])).toEqual([
      ["system", 2],
      [accountId, 1],
    ])
    await database.close()
  })
})
