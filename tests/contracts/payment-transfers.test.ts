import { afterAll, beforeAll, expect, it } from "vitest"
import { z } from "zod"
import { money } from "#server/kernel/money.ts"
import { anIntent, confirmCard, keys, openPaymentWorld, type PaymentWorld } from "./payment-world.ts"

let world: PaymentWorld
let account = ""
beforeAll(async () => {
  world = await openPaymentWorld()
  const of = { tenantId: "ten_1", name: "North", email: "nora@north.example", country: "DE", currency: "EUR" }
  account = (await world.gateway.openAccount({ ...of, idempotencyKey: "account" })).providerRef
  const back = { returnUrl: "http://console.localhost:3000/back", refreshUrl: "http://console.localhost:3000/back" }
  await expect(world.gateway.transfer(parcel("early"))).rejects.toMatchObject({ code: "insufficient_capabilities_for_transfer" })
  const { pathname, search } = new URL(await world.gateway.linkToOnboarding(account, back))
  await fetch(`${world.base}${pathname}${search}`, {
    method: "POST",
    body: new URLSearchParams({ outcome: "all" }),
    redirect: "manual",
  })
  const { providerRef, clientSecret } = await world.gateway.openIntent(anIntent())
  await confirmCard(world.base, providerRef, clientSecret, "4242424242424242")
})
afterAll(() => world.close())

const eur = (minor: bigint) => money(minor, "EUR")

function parcel(transferId: string, minor = 1_000n) {
  return { tenantId: "ten_1", paymentId: "pay_1", transferId, account, amount: eur(minor), idempotencyKey: `key-${transferId}` }
}

const shown = async () => {
  const movements = await world.gateway.listTransactions(new Date(Date.now() - 60_000), new Date(Date.now() + 60_000))
  return movements.map(({ kind, subjectId, tenantId, amount }) => [kind, subjectId, tenantId, amount.minor])
}

it("goes once per key, shows on our account with our names, and is found by its sale", async () => {
  const [one, two] = await Promise.all([world.gateway.transfer(parcel("trf_1")), world.gateway.transfer(parcel("trf_1"))])
  expect(one).toEqual(two)
  expect(await shown()).toContainEqual(["transfer", "trf_1", "ten_1", -1_000n])
  expect(await world.gateway.listTransfers("pay_1")).toEqual([{ providerRef: one.providerRef, ownId: "trf_1" }])
})

it("never goes above what is there", async () => {
  await expect(world.gateway.transfer(parcel("trf_2", 1_000_000n))).rejects.toMatchObject({ code: "balance_insufficient" })
})

it("comes back in parts, never above what went", async () => {
  const [sent] = await world.gateway.listTransfers("pay_1")
  const back = (reversalId: string, minor: bigint) =>
    world.gateway.reverseTransfer({
      ...{ tenantId: "ten_1", reversalId, transferRef: sent?.providerRef ?? "", amount: eur(minor) },
      idempotencyKey: `key-${reversalId}`,
    })
  const first = await back("rvs_1", 400n)
  expect(await back("rvs_1", 400n)).toEqual(first)
  await expect(back("rvs_2", 601n)).rejects.toMatchObject({ name: "GatewayRejected" })
  await back("rvs_3", 600n)
  expect(await shown()).toContainEqual(["reversal", "rvs_3", "ten_1", 600n])
  expect((await world.gateway.listReversals(sent?.providerRef ?? "")).map(({ ownId }) => ownId)).toEqual(["rvs_3", "rvs_1"])
})

it("keeps the balances of accounts apart", async () => {
  const answer = await fetch(`${world.base}/v1/balance_transactions`, {
    headers: { authorization: `Bearer ${keys.secretKey}`, "stripe-account": account },
  })
  expect(z.object({ data: z.array(z.unknown()) }).parse(await answer.json()).data).toEqual([])
})
