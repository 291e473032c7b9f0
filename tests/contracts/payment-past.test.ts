import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { paymentsJournal } from "#prisma/seed/history/payments-journal.ts"
import { days } from "#server/kernel/clock.ts"
import { money } from "#server/kernel/money.ts"
import { openPaymentWorld, type PaymentWorld } from "./payment-world.ts"

const settledAt = new Date(Date.now() - days(20))
const row = {
  ...{ tenant_id: "ten_1", id: "pay_past", order_id: "ord_past", status: "settled", amount_minor: 9_900n, currency: "EUR" },
  ...{ provider_ref: "pi_past_abc", settled_at: settledAt },
}

let world: PaymentWorld
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rialto-past-"))
  await writeFile(join(folder, "journal.jsonl"), paymentsJournal([row, { ...row, id: "pay_open", status: "cancelled" }]))
  world = await openPaymentWorld({ folder })
})
afterAll(async () => {
  await world.close()
  await rm(folder, { recursive: true })
})

it("a payment of the seeded past is known to the simulator, and can be given back", async () => {
  expect(await world.gateway.findIntent("pi_past_abc")).toMatchObject({ status: "succeeded", amount: money(9_900n, "EUR") })
  const [moved, ...more] = await world.gateway.listTransactions(new Date(settledAt.getTime() - 1_000), new Date())
  expect(more).toEqual([])
  expect(moved).toMatchObject({ kind: "charge", tenantId: "ten_1", subjectId: "pay_past", amount: money(9_900n, "EUR") })
  const back = { tenantId: "ten_1", paymentId: "pay_past", refundId: "rfd_1", providerRef: "pi_past_abc", idempotencyKey: "k" }
  expect(await world.gateway.refund({ ...back, amount: money(900n, "EUR") })).toMatchObject({ status: "succeeded" })
})
