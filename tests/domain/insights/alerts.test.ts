import { expect, test } from "vitest"
import {
  acknowledgeAlert,
  alertRuleChange,
  auditTrail,
  changeAlertRule,
  evaluateAlerts,
  listAlertRules,
  listAlerts,
  openAlerts,
} from "#server/domain/insights/index.ts"
import { signUpStaff } from "#server/domain/identity/index.ts"
import { mailAlerts } from "#server/domain/outreach/index.ts"
import { minutes, seconds } from "#server/kernel/clock.ts"
import { isRefusalOf } from "#server/messages/refusals.ts"
import { caught } from "#tests/support/caught.ts"
import { openWorld } from "#tests/support/open-world.ts"

const world = await openWorld()
const { platform, clock, ports } = world
const shop = await world.openTestShop({ name: "Clay & Co" })
const other = await world.openTestShop()
const tenantId = shop.tenant.id
await platform.record("test.look", ({ sql }) => sql`update outbox_event set published_at = ${clock.now()}, seq = 1`)

const minuteNow = () => new Date(Math.floor(clock.now().getTime() / minutes(1)) * minutes(1))
const measure = (of: string, figures: { pages?: number; faults?: number; settled?: number; failed?: number }) =>
  platform.record(
    "test.look",
    ({ sql }) => sql`
      insert into pulse_minute (tenant_id, minute, pages, faults, settled, failed)
      values (${of}, ${minuteNow()}, ${figures.pages ?? 0}, ${figures.faults ?? 0}, ${figures.settled ?? 0}, ${figures.failed ?? 0})
      on conflict (tenant_id, minute) do update set pages = excluded.pages, faults = excluded.faults,
        settled = excluded.settled, failed = excluded.failed`,
  )
const wait = (of: string, sinceMs: number) =>
  platform.record(
    "test.look",
    ({ sql }) => sql`
      insert into due_job (tenant_id, event_id, job, carrier, asked_at)
      values (${of}, 'evt_waits', 'orders.confirm', 'waits', ${new Date(clock.now().getTime() - sinceMs)}) on conflict do nothing`,
  )
const letGo = () => platform.record("test.look", ({ sql }) => sql`delete from due_job`)
const raise = async (name: string) => {
  const id = await signUpStaff(platform, { email: `${name}@rialto.test`, name, password: "a long password" })
  await platform.transact("test.promote", ({ rows }) => rows.account.update({ where: { id }, data: { platformAdmin: true } }))
  return id
}
const ada = await raise("ada")
const bob = await raise("bob")
const as = (accountId: string) => ({ ...platform, actor: { kind: "admin" as const, accountId } })

test("an alert comes on once, is mailed once, is acknowledged once, clears, and is another one the next time", async () => {
  await wait(tenantId, seconds(90))
  expect(await evaluateAlerts(platform)).toEqual({ raised: 1, cleared: 0 })
  expect(await evaluateAlerts(platform)).toEqual({ raised: 0, cleared: 0 })
  const [first] = await listAlerts(platform)
  expect(first).toMatchObject({
    kind: "queue-age",
    tenantId,
    shop: "Clay & Co",
    limit: 60,
    clearedAt: null,
    ackedAt: null,
    note: "",
  })
  expect(first?.value).toBeGreaterThan(89)

  await Promise.all([mailAlerts(platform), mailAlerts(platform)])
  await mailAlerts(platform)
  expect(ports.mail.sent.map(({ to, subject }) => [to, subject]).sort()).toEqual([
    ["ada@rialto.test", "Jobs are waiting: Clay & Co"],
    ["bob@rialto.test", "Jobs are waiting: Clay & Co"],
  ])

  const id = first?.id ?? ""
  await acknowledgeAlert(as(ada), id, "The mail server is slow")
  const again = await caught(acknowledgeAlert(as(bob), id, "me too"))
  expect(isRefusalOf(again, "insights.alert-settled")).toBe(true)
  expect(isRefusalOf(await caught(acknowledgeAlert(as(ada), "alr_nothing", "")), "insights.alert-not-found")).toBe(true)
  expect(await openAlerts(platform)).toEqual([{ id, tenantId, acknowledged: true }])
  expect((await auditTrail(platform, { tenantId }))[0]).toMatchObject({
    purpose: "alerts.acknowledge",
    reason: "The mail server is slow",
  })

  // It goes on being broken: still the same alert, still silent.
  clock.advance(seconds(30))
  expect(await evaluateAlerts(platform)).toEqual({ raised: 0, cleared: 0 })
  await letGo()
  clock.advance(seconds(5))
  expect(await evaluateAlerts(platform)).toEqual({ raised: 0, cleared: 0 })
  clock.advance(seconds(6))
  expect(await evaluateAlerts(platform)).toEqual({ raised: 0, cleared: 1 })
  expect(await openAlerts(platform)).toEqual([])
  const [over] = await listAlerts(platform)
  expect(over).toMatchObject({ id, ackedBy: "ada", note: "The mail server is slow" })
  expect(over?.clearedAt).not.toBeNull()
  expect(isRefusalOf(await caught(acknowledgeAlert(as(ada), id, "late")), "insights.alert-settled")).toBe(true)

  await wait(tenantId, seconds(120))
  expect(await evaluateAlerts(platform)).toEqual({ raised: 1, cleared: 0 })
  const [second] = await listAlerts(platform)
  expect(second?.id).not.toBe(id)
  expect(second?.ackedAt).toBeNull()
  await mailAlerts(platform)
  expect(ports.mail.sent).toHaveLength(4)
  await letGo()
  clock.advance(seconds(11))
  await evaluateAlerts(platform)
})

test("however many look at once, an alert is raised once", async () => {
  await wait(tenantId, seconds(90))
  const seen = await Promise.all(Array.from({ length: 3 }, () => evaluateAlerts(platform)))
  expect(seen.reduce((sum, { raised }) => sum + raised, 0)).toBe(1)
  expect(await openAlerts(platform)).toHaveLength(1)
  await letGo()
  clock.advance(seconds(11))
  await evaluateAlerts(platform)
})

test("a share counts from the least number on, and only of its own shop", async () => {
  await measure(tenantId, { pages: 10, faults: 4 })
  await measure(other.tenant.id, { pages: 1_000, faults: 20 })
  expect((await evaluateAlerts(platform)).raised).toBe(0)
  await measure(tenantId, { pages: 100, faults: 5, settled: 4, failed: 5 })
  await measure("all", { pages: 1_100, faults: 500 })
  expect((await evaluateAlerts(platform)).raised).toBe(2)
  const open = (await listAlerts(platform)).filter(({ clearedAt }) => clearedAt === null)
  expect(open.map(({ kind, tenantId: of, value }) => [kind, of, Math.round(value)]).sort()).toEqual([
    ["error-rate", tenantId, 5],
    ["payment-failures", tenantId, 56],
  ])
  clock.advance(minutes(16))
  expect((await evaluateAlerts(platform)).cleared).toBe(2)
})

test("what belongs to no shop is watched, too", async () => {
  await measure("platform", { pages: 50, faults: 50 })
  await evaluateAlerts(platform)
  const [alert] = await listAlerts(platform)
  expect(alert).toMatchObject({ kind: "error-rate", tenantId: "platform", shop: null })
  await acknowledgeAlert(as(ada), alert?.id ?? "", "")
  await mailAlerts(platform)
  expect(ports.mail.sent.at(-1)).toMatchObject({ subject: "Many errors: the platform itself", tenantId: "platform" })
  clock.advance(minutes(6))
  await evaluateAlerts(platform)
})

test("limits are changed by form, audited, and count from the next look", async () => {
  await wait(tenantId, seconds(20))
  expect((await evaluateAlerts(platform)).raised).toBe(0)
  await changeAlertRule(as(ada), alertRuleChange.parse({ kind: "queue-age", enabled: "on", limit: "15" }))
  expect((await evaluateAlerts(platform)).raised).toBe(1)
  expect((await auditTrail(platform))[0]).toMatchObject({ purpose: "alerts.change-rule", reason: "queue-age: 15 s" })
  expect((await listAlertRules(platform)).find(({ kind }) => kind === "queue-age")).toMatchObject({ limit: 15, enabled: true })

  await changeAlertRule(as(ada), alertRuleChange.parse({ kind: "queue-age", limit: "15" }))
  clock.advance(seconds(11))
  expect(await evaluateAlerts(platform)).toEqual({ raised: 0, cleared: 1 })
  for (const wrong of [
    { kind: "queue-age", limit: "0" },
    { kind: "queue-age", limit: "soon" },
    { kind: "error-rate", limit: "101", least: "1", windowMinutes: "5" },
    { kind: "error-rate", limit: "5", least: "1", windowMinutes: "61" },
    { kind: "moon", limit: "5" },
  ])
    expect(alertRuleChange.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false)
  await letGo()
})

test("a mail that could not go out is sent later, while the alert is on", async () => {
  await changeAlertRule(as(ada), alertRuleChange.parse({ kind: "queue-age", enabled: "on", limit: "15" }))
  await wait(tenantId, seconds(90))
  await evaluateAlerts(platform)
  const before = ports.mail.sent.length
  const away = { ...platform, ports: { ...ports, mail: { send: () => Promise.reject(new Error("no mail today")) } } }
  await expect(mailAlerts(away)).rejects.toThrow("no mail today")
  await mailAlerts(platform)
  expect(ports.mail.sent).toHaveLength(before)
  clock.advance(seconds(61))
  await evaluateAlerts(platform)
  await mailAlerts(platform)
  expect(ports.mail.sent).toHaveLength(before + 2)
})
