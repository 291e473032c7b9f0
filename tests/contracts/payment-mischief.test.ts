import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { money } from "#server/kernel/money.ts"
import { noMischief } from "#server/platform/stripe/simulator/mischief.ts"
import { anIntent, confirmCard, keys, openPaymentWorld, type PaymentWorld } from "./payment-world.ts"

let world: PaymentWorld
beforeAll(async () => {
  world = await openPaymentWorld({ webhook: { events: ["*"] } })
})
afterAll(() => world.close())
beforeEach(() => world.simulator.misbehave(noMischief))

async function paid(minor = 4_250n) {
  const request = anIntent({ amount: money(minor, "EUR") })
  const opened = await world.gateway.openIntent(request)
  await confirmCard(world.base, opened.providerRef, opened.clientSecret, "4242424242424242")
  const { tenantId, paymentId } = request
  const refund = (refundId: string, amount: bigint) =>
    world.gateway.refund({
      ...{ tenantId, paymentId, refundId, providerRef: opened.providerRef },
      amount: money(amount, "EUR"),
      idempotencyKey: `refund-${refundId}`,
    })
  return { request, opened, refund }
}

describe("money back", () => {
  it("goes once per key, in part and whole, and never above the rest", async () => {
    const { opened, refund, request } = await paid()
    const made = await Promise.all([1, 2, 3].map(() => refund(`rfd_a${request.paymentId}`, 1_000n)))
    expect(new Set(made.map(({ providerRef }) => providerRef)).size).toBe(1)
    await expect(refund(`rfd_b${request.paymentId}`, 3_251n)).rejects.toMatchObject({ name: "GatewayRejected" })
    await refund(`rfd_c${request.paymentId}`, 3_250n)
    const all = await world.gateway.listRefunds(opened.providerRef)
    expect(all.map(({ amount, status }) => [amount.minor, status])).toEqual([
      [3_250n, "succeeded"],
      [1_000n, "succeeded"],
    ])
    expect(all.map(({ refundId }) => refundId)).toContain(`rfd_a${request.paymentId}`)
  })

  it("is told by messages about refunds, of the refund and of the charge", async () => {
    const { request, refund } = await paid()
    await refund(`rfd_${request.paymentId}`, 100n)
    await world.simulator.idle()
    const told = world.received.flatMap(({ raw, signature }) => {
      const news = world.gateway.verifyEvent(raw, signature)
      return news && news !== "unrelated" && news.about === "refunds" && news.paymentId === request.paymentId ? [news.type] : []
    })
    expect(told.sort()).toEqual(["charge.refunded", "refund.created"])
  })

  it("shows on the account, with what the provider keeps", async () => {
    const from = new Date(Math.floor(Date.now() / 1_000) * 1_000)
    const { request, refund } = await paid(10_000n)
    await refund(`rfd_${request.paymentId}`, 2_500n)
    const until = new Date(Date.now() + 2_000)
    const moved = (await world.gateway.listTransactions(from, until)).filter(({ subjectId }) =>
      subjectId.endsWith(request.paymentId),
    )
    expect(moved.map(({ kind, amount, fee }) => [kind, amount.minor, fee.minor]).sort()).toEqual([
      ["charge", 10_000n, 320n],
      ["refund", -2_500n, 0n],
    ])
    expect(moved.every(({ tenantId, availableAt, occurredAt }) => tenantId === "ten_1" && availableAt > occurredAt)).toBe(true)
    expect(await world.gateway.listTransactions(new Date(0), from)).not.toContainEqual(moved[0])
  })
})

describe("a provider that misbehaves", () => {
  it("loses its answer: the work is done, once", async () => {
    const { request, opened, refund } = await paid()
    world.simulator.misbehave({ ...noMischief, lostReplies: 1 })
    await expect(refund(`rfd_${request.paymentId}`, 500n)).rejects.toMatchObject({ name: "GatewayUnavailable" })
    world.simulator.misbehave(noMischief)
    await refund(`rfd_${request.paymentId}`, 500n)
    expect(await world.gateway.listRefunds(opened.providerRef)).toHaveLength(1)
  })

  it.each([
    ["busy", { tooMany: 1 }],
    ["broken", { broken: 1 }],
    ["away", { awayUntil: Date.now() + 60_000 }],
  ])("is %s: nothing is done, and it may be asked again", async (_what, wish) => {
    const { request, opened, refund } = await paid()
    world.simulator.misbehave({ ...noMischief, ...wish })
    await expect(refund(`rfd_${request.paymentId}`, 500n)).rejects.toMatchObject({ name: "GatewayUnavailable" })
    world.simulator.misbehave(noMischief)
    expect(await world.gateway.listRefunds(opened.providerRef)).toHaveLength(0)
    await refund(`rfd_${request.paymentId}`, 500n)
  })

  it("does so for who has the secret key, as asked", async () => {
    const order = (body: string, key = keys.secretKey) =>
      fetch(`${world.base}/control`, { method: "POST", body, headers: { authorization: `Bearer ${key}` } })
    expect((await order("{}", "sk_wrong")).status).toBe(401)
    expect((await order("not json")).status).toBe(400)
    expect((await order('{"lostReplies": 2}')).status).toBe(400)
    expect((await order('{"broken": 1}')).status).toBe(200)
    await expect(world.gateway.openIntent(anIntent())).rejects.toMatchObject({ name: "GatewayUnavailable" })
    expect((await order("{}")).status).toBe(200)
    await world.gateway.openIntent(anIntent())
  })
})

it("takes no message about charges of another account", async () => {
  const { createHmac } = await import("node:crypto")
  await paid()
  await world.simulator.idle()
  const { raw } = world.received.at(-1) ?? { raw: Buffer.from("{}") }
  const foreign = Buffer.from(JSON.stringify({ ...JSON.parse(raw.toString()), account: "acct_other" }))
  const at = Math.floor(Date.now() / 1_000)
  const mac = createHmac("sha256", keys.webhookSecret).update(`${at}.${foreign}`).digest("hex")
  expect(world.gateway.verifyEvent(foreign, `t=${at},v1=${mac}`)).toBeUndefined()
})
