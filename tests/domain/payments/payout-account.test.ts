import { afterAll, beforeAll, expect, it } from "vitest"
import { beginOnboarding, checkPayoutAccount, readPayoutAccount, reportConnect } from "#server/domain/payments/index.ts"
import { present } from "#server/kernel/assert.ts"
import type { ConnectNews } from "#server/ports/payment-gateway.ts"
import { openStall, type Stall } from "#tests/support/stall.ts"

let stall: Stall
beforeAll(async () => {
  stall = await openStall()
})
afterAll(() => stall.close())

const back = { email: "owner@shop.test", returnUrl: "http://console.test/a", refreshUrl: "http://console.test/a" }

function news(account: string, change: Partial<ConnectNews> = {}): ConnectNews {
  const tenantId = stall.ctx.tenant.id
  const of = { about: "account", type: "account.updated", tenantId, account, subjectRef: account } as const
  return { ...of, eventId: `evt_${account}`, occurredAt: new Date(), body: {}, ...change }
}

it("is opened once, however often the merchant begins", async () => {
  expect(await readPayoutAccount(stall.ctx)).toBeUndefined()
  const links = await Promise.all([1, 2, 3].map(() => beginOnboarding(stall.ctx, back)))
  expect(new Set(links).size).toBe(1)
  expect(stall.ports.payments.accounts.size).toBe(1)
  expect(await readPayoutAccount(stall.ctx)).toMatchObject({ arePayoutsEnabled: false, currentlyDue: ["external_account"] })
})

it("stands as the provider says when it is asked", async () => {
  const { accounts } = stall.ports.payments
  const { providerRef } = present(await readPayoutAccount(stall.ctx), "account")
  const whole = { currentlyDue: [], disabledReason: "", isTransferable: true, areChargesEnabled: true, arePayoutsEnabled: true }
  accounts.set(providerRef, { ...present(accounts.get(providerRef), "account"), ...whole })
  await checkPayoutAccount(stall.ctx)
  expect(await readPayoutAccount(stall.ctx)).toMatchObject({ ...whole, providerRef })
})

it("believes a message only for the shop's own account, and notes it once", async () => {
  const { providerRef } = present(await readPayoutAccount(stall.ctx), "account")
  expect(await reportConnect(stall.ctx, news("acct_foreign"))).toBe(false)
  for (const _ of [1, 2]) expect(await reportConnect(stall.ctx, news(providerRef))).toBe(true)
  const told = await stall.ctx.read(({ rows }) => rows.outboxEvent.findMany({ where: { name: "account.reported" } }))
  expect(told).toHaveLength(1)
  expect(await stall.ctx.read(({ rows }) => rows.providerEvent.count({ where: { type: "account.updated" } }))).toBe(1)

  const other = await stall.openTestShop()
  expect(await reportConnect(other, news(providerRef, { tenantId: other.tenant.id }))).toBe(false)
  await expect(async () => reportConnect(other, news(providerRef))).rejects.toThrow("another tenant")
})
