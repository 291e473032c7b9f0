import { Client } from "pg"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openDatabase } from "#prisma/client.ts"
import { requirePowerless } from "#prisma/powerless.ts"
import { roleUrls } from "#prisma/roles.ts"
import { createTenancy } from "#prisma/tenancy.ts"
import type { Actor } from "#server/context/actor.ts"
import { createTenantContext } from "#server/context/tenant-context.ts"
import { createPostgresCartStore } from "#server/platform/postgres/cart-store.ts"
import { createPostgresProductSearch } from "#server/platform/postgres/product-search.ts"
import { systemClock } from "#server/kernel/clock.ts"
import { byId } from "#tests/support/by-id.ts"
import { wishFor } from "#tests/support/search-documents.ts"
import { createPorts } from "#tests/support/ports.ts"
import { openTwoShops, type TwoShops } from "./two-shops.ts"

let shops: TwoShops
let owner: Client
beforeAll(async () => {
  shops = await openTwoShops()
  owner = new Client({ connectionString: shops.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await shops.close()
})

const category = (tenantId: string, id: string) => ({ tenantId, id, slug: id, name: tenantId })
const countOf = async (id: string) =>
  (await owner.query("select count(*)::int as n from category where id = $1", [id])).rows[0]?.n

describe("a shop that is suspended in the middle", () => {
  const suspend = (status: string) => owner.query("update tenant set status = $1 where id = $2", [status, shops.a])
  const seenBy = (actor: Actor) => {
    const profile = {
      slug: "a",
      name: "a",
      tagline: "",
      status: "active",
      currency: "USD",
      language: "en",
      country: "US",
      theme: "linen",
    } as const
    const tenant = { ...profile, id: shops.a, host: "a.test" }
    return createTenantContext({ tenancy: shops.askers, tenant, actor, ports: createPorts(), clock: systemClock })
  }

  it.each([
    { kind: "visitor", visitorId: "v" },
    { kind: "customer", customerId: "c", visitorId: "v" },
  ] as const)("refuses a $kind's next statement, and keeps nothing of the ones before", async (actor) => {
    const run = seenBy(actor).transact(async ({ rows, tenantId }) => {
      await rows.category.create({ data: category(tenantId, "cat_mid") })
      await suspend("suspended")
      return rows.category.findFirst({ where: { id: "cat_same" } })
    })
    await expect(run).rejects.toMatchObject({ code: "tenants.suspended" })
    await expect(
      seenBy(actor).read(({ sql, tenantId }) => sql`select 1 from product where tenant_id = ${tenantId}`),
    ).rejects.toMatchObject({
      code: "tenants.suspended",
    })
    expect(await countOf("cat_mid")).toBe(0)
    await suspend("active")
    expect(await seenBy(actor).read(({ rows }) => rows.category.count())).toBe(1)
  })

  it("lets its jobs and its staff finish: money that moved must be accounted for", async () => {
    await suspend("suspended")
    for (const actor of [{ kind: "system" }, { kind: "staff", accountId: "acc", role: "owner" }] as const)
      expect(await seenBy(actor).read(({ rows }) => rows.category.count())).toBe(1)
    await suspend("active")
  })

  it("refuses a guest's cart and search, which keep rows of their own; a job may still tidy up", async () => {
    const [carts, search] = [createPostgresCartStore(shops.askers), createPostgresProductSearch(shops.askers)]
    const asker = (isGuest: boolean) => ({ tenantId: shops.a, isGuest })
    const lines = [{ variantId: "var_1", quantity: 1 }]
    await carts.change(asker(true), "crt_1", () => lines)
    expect((await search.find(shops.a, wishFor("mug"))).hits).toEqual([])
    await suspend("suspended")
    const asked = [
      carts.find(asker(true), "crt_1"),
      carts.change(asker(true), "crt_1", () => []),
      carts.remove(asker(true), "crt_1"),
      search.find(shops.a, wishFor("mug")),
    ]
    const refused = { status: "rejected", reason: { code: "tenants.suspended" } }
    expect(await Promise.allSettled(asked)).toMatchObject(asked.map(() => refused))
    expect((await carts.change(asker(false), "crt_1", (now) => now)).lines).toEqual(lines)
    await suspend("active")
    expect((await carts.find(asker(true), "crt_1"))?.lines).toEqual(lines)
  })

  it("does not make the next unit of work on the connection a guest's", async () => {
    const { tenancy, a } = shops
    const setting = () =>
      tenancy.read(a, ({ sql }) => sql<{ on: string }>`select coalesce(current_setting('rialto.guest', true), '') as on`)
    await tenancy.read(a, ({ rows }) => rows.category.count(), true)
    expect(await Promise.all(Array.from({ length: 8 }, setting))).toEqual(Array.from({ length: 8 }, () => [{ on: "" }]))
  })
})

describe("a connection that fails", () => {
  it("is an error when the pool has none left, and nobody gets another tenant's", async () => {
    const narrow = openDatabase({ url: roleUrls(shops.ownerUrl).app, poolSize: 1, applicationName: "narrow" })
    const tenancy = byId(createTenancy(narrow))
    let release: () => void = () => undefined
    const held = tenancy.transact(shops.a, () => new Promise<void>((resolve) => (release = resolve)))
    await expect(tenancy.read(shops.b, async () => "ran")).rejects.toThrow(/timeout/)
    release()
    await held
    expect(await tenancy.read(shops.b, ({ sql }) => sql`select current_setting('rialto.tenant') as t`)).toEqual([{ t: shops.b }])
    await narrow.close()
  })

  it("is an error when it is killed between BEGIN and COMMIT, and is used by nobody again", async () => {
    const { tenancy, a, b } = shops
    let killed = 0
    const run = tenancy.transact(a, async ({ rows, sql, tenantId }) => {
      await rows.category.create({ data: category(tenantId, "cat_cut") })
      const [row] = await sql<{ pid: number }>`select pg_backend_pid() as pid`
      killed = row?.pid ?? 0
      await owner.query("select pg_terminate_backend($1)", [killed])
    })
    await expect(run).rejects.toThrow()
    expect(await countOf("cat_cut")).toBe(0)
    const pids = await Promise.all(
      Array.from({ length: 6 }, () =>
        tenancy.read(
          b,
          ({ sql }) => sql<{ pid: number; t: string }>`select pg_backend_pid() as pid, current_setting('rialto.tenant') as t`,
        ),
      ),
    )
    expect(pids.flat().every(({ pid, t }) => pid !== killed && t === b)).toBe(true)
  })

  it("is an error when COMMIT is answered by ROLLBACK", async () => {
    const { tenancy, a } = shops
    const run = tenancy.transact(a, async ({ rows, sql, tenantId }) => {
      await rows.category.create({ data: category(tenantId, "cat_lost") })
      await sql`select 1 / 0`.catch(() => undefined)
    })
    await expect(run).rejects.toThrow(/ROLLBACK/)
    expect(await countOf("cat_lost")).toBe(0)
  })
})

describe("at the start", () => {
  const asked = async (url: string) => {
    const database = openDatabase({ url, poolSize: 1, applicationName: "powers" })
    try {
      await requirePowerless(database)
    } finally {
      await database.close()
    }
  }

  it("our two roles are powerless", async () => {
    const urls = roleUrls(shops.ownerUrl)
    await asked(urls.app)
    await asked(urls.platform)
  })

  it("the owner is refused, and so is a role that owns a table", async () => {
    await expect(asked(shops.ownerUrl)).rejects.toThrow(/bypass row-level security/)
    await owner.query("alter table cart owner to rialto_app")
    await expect(asked(roleUrls(shops.ownerUrl).app)).rejects.toThrow(/rialto_app owns cart/)
    await owner.query("alter table cart owner to current_user")
  })

  it("a table without row-level security is refused", async () => {
    await owner.query("alter table cart disable row level security")
    await expect(asked(roleUrls(shops.ownerUrl).app)).rejects.toThrow(/off for cart/)
    await owner.query("alter table cart enable row level security")
  })
})
