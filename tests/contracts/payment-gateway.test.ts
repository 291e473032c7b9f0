import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { z } from "zod"
import { money } from "#server/kernel/money.ts"
import { isGatewayUnavailable } from "#server/ports/payment-gateway.ts"
import { anIntent, confirmCard, gatewayAt, keys, listen, openPaymentWorld, type PaymentWorld } from "./payment-world.ts"

let world: PaymentWorld
beforeAll(async () => {
  world = await openPaymentWorld()
})
afterAll(() => world.close())

const errorAnswer = z.object({ error: z.object({ type: z.string(), code: z.string(), decline_code: z.string().optional() }) })
const actionAnswer = z.object({ status: z.string(), next_action: z.object({ redirect_to_url: z.object({ url: z.string() }) }) })

async function openAndConfirm(card: string) {
  const request = anIntent()
  const opened = await world.gateway.openIntent(request)
  const answer = await confirmCard(world.base, opened.providerRef, opened.clientSecret, card)
  const body: unknown = await answer.json()
  return { request, opened, answer, body, after: await world.gateway.findIntent(opened.providerRef) }
}

describe("an intent", () => {
  it("is opened with our names on it, and found again", async () => {
    const request = anIntent()
    const opened = await world.gateway.openIntent(request)
    expect(opened).toMatchObject({
      status: "requires_payment_method",
      amount: request.amount,
      tenantId: request.tenantId,
      paymentId: request.paymentId,
    })
    expect(opened.clientSecret.startsWith(`${opened.providerRef}_secret_`)).toBe(true)
    expect(await world.gateway.findIntent(opened.providerRef)).toEqual(opened)
  })

  it("is the same one for the same key, also when asked at once", async () => {
    const request = anIntent()
    const all = await Promise.all([1, 2, 3, 4].map(() => world.gateway.openIntent(request)))
    expect(new Set(all.map((intent) => intent.providerRef)).size).toBe(1)
  })

  it("is refused for the same key with another amount", async () => {
    const request = anIntent()
    await world.gateway.openIntent(request)
    await expect(world.gateway.openIntent({ ...request, amount: money(1n + request.amount.minor, "EUR") })).rejects.toMatchObject(
      {
        name: "GatewayRejected",
      },
    )
  })

  it.each([
    ["JPY", 1_200n, 1_200],
    ["KWD", 5_120n, 5_120],
    ["EUR", 50n, 50],
    ["UGX", 4_000n, 400_000],
  ])("charges %s in the unit that Stripe wants", async (currency, minor, wire) => {
    const opened = await world.gateway.openIntent(anIntent({ amount: money(minor, currency) }))
    expect(opened.amount).toEqual(money(minor, currency))
    const raw = await fetch(`${world.base}/v1/payment_intents/${opened.providerRef}`, {
      headers: { authorization: `Bearer ${keys.secretKey}` },
    })
    expect(await raw.json()).toMatchObject({ amount: wire, currency: currency.toLowerCase() })
  })

  it.each([
    ["a fils that no card can pay", money(5_123n, "KWD"), "amount_not_chargeable"],
    ["nothing", money(0n, "EUR"), "amount_out_of_range"],
    ["less than the least", money(10n, "EUR"), "amount_too_small"],
    ["more than the most", money(100_000_000n, "EUR"), "amount_out_of_range"],
  ])("is not opened for %s", async (_what, amount, code) => {
    await expect(world.gateway.openIntent(anIntent({ amount }))).rejects.toMatchObject({ name: "GatewayRejected", code })
  })

  it("is cancelled once and for all, and can no longer be paid", async () => {
    const opened = await world.gateway.openIntent(anIntent())
    expect((await world.gateway.cancelIntent(opened.providerRef)).status).toBe("canceled")
    expect((await world.gateway.cancelIntent(opened.providerRef)).status).toBe("canceled")
    const late = await confirmCard(world.base, opened.providerRef, opened.clientSecret, "4242424242424242")
    expect(late.status).toBe(400)
    expect((await world.gateway.findIntent(opened.providerRef)).status).toBe("canceled")
  })

  it("that was paid stays paid when it is cancelled", async () => {
    const { opened } = await openAndConfirm("4242424242424242")
    expect((await world.gateway.cancelIntent(opened.providerRef)).status).toBe("succeeded")
  })
})

describe("a card", () => {
  it.each(["4242424242424242", "5555555555554444", "4242 4242 4242 4242"])("%s pays", async (card) => {
    const { answer, after } = await openAndConfirm(card)
    expect(answer.status).toBe(200)
    expect(after.status).toBe("succeeded")
    expect(after.failureCode).toBeUndefined()
  })

  it.each([
    ["4000000000000002", "card_declined", "generic_decline"],
    ["4000000000009995", "card_declined", "insufficient_funds"],
    ["4000000000000069", "expired_card", "expired_card"],
    ["4000000000000127", "incorrect_cvc", "incorrect_cvc"],
    ["4012888888881881", "card_declined", "test_mode_live_card"],
  ])("%s is declined as %s, and the intent waits for another", async (card, code, failureCode) => {
    const { opened, answer, body, after } = await openAndConfirm(card)
    expect(answer.status).toBe(402)
    expect(errorAnswer.parse(body).error).toMatchObject({ type: "card_error", code })
    expect(after).toMatchObject({ status: "requires_payment_method", failureCode })
    await confirmCard(world.base, opened.providerRef, opened.clientSecret, "4242424242424242")
    const paid = await world.gateway.findIntent(opened.providerRef)
    expect(paid).toMatchObject({ status: "succeeded" })
    expect(paid.failureCode).toBeUndefined()
  })

  it.each([
    ["4242424242424241", {}, "incorrect_number"],
    ["42424242", {}, "invalid_number"],
    ["4242424242424242", { "payment_method_data[card][exp_month]": "13" }, "invalid_expiry_month"],
    ["4242424242424242", { "payment_method_data[card][exp_year]": "2020" }, "invalid_expiry_year"],
    ["4242424242424242", { "payment_method_data[card][cvc]": "1" }, "invalid_cvc"],
  ])("%s %o is no card: %s, and nothing is attempted", async (card, change, code) => {
    const opened = await world.gateway.openIntent(anIntent())
    const answer = await confirmCard(world.base, opened.providerRef, opened.clientSecret, card, change)
    expect(answer.status).toBe(402)
    expect(errorAnswer.parse(await answer.json()).error.code).toBe(code)
    expect(await world.gateway.findIntent(opened.providerRef)).toEqual(opened)
  })
})

describe("a challenge", () => {
  const open = async (card: string) => {
    const { opened, body } = await openAndConfirm(card)
    const { status, next_action: action } = actionAnswer.parse(body)
    expect(status).toBe("requires_action")
    const url = new URL(action.redirect_to_url.url)
    expect(url.origin).toBe("http://pay.localhost:3000")
    return { opened, url: `${world.base}${url.pathname}${url.search}` }
  }
  const choose = (url: string, outcome: string) =>
    fetch(url, { method: "POST", body: new URLSearchParams({ outcome }), redirect: "manual" })

  it.each([
    ["4000002500003155", "complete", "succeeded", "succeeded", undefined],
    ["4000000000003220", "fail", "failed", "requires_payment_method", "payment_intent_authentication_failure"],
    ["4000008400001629", "complete", "failed", "requires_payment_method", "generic_decline"],
  ])("for %s, answered %s, leads back to the shop as %s", async (card, outcome, redirected, status, failureCode) => {
    const { opened, url } = await open(card)
    const page = await fetch(url)
    expect(page.headers.get("content-security-policy")).toContain("form-action 'self' http://north.localhost:3000;")
    expect(await page.text()).toContain("€42.50")
    const back = new URL((await choose(url, outcome)).headers.get("location") ?? "")
    expect(back.origin + back.pathname).toBe("http://north.localhost:3000/orders/1")
    expect(Object.fromEntries(back.searchParams)).toEqual({
      step: "paid",
      payment_intent: opened.providerRef,
      payment_intent_client_secret: opened.clientSecret,
      redirect_status: redirected,
    })
    const after = await world.gateway.findIntent(opened.providerRef)
    expect([after.status, after.failureCode]).toEqual([status, failureCode])
    const again = await choose(url, "fail")
    expect(again.headers.get("location")).toBe(back.href)
    expect((await world.gateway.findIntent(opened.providerRef)).status).toBe(status)
  })

  it("is charged once when the button is pressed twice at once", async () => {
    const { opened, url } = await open("4000002500003155")
    const both = await Promise.all([choose(url, "complete"), choose(url, "complete")])
    expect(both.map((answer) => answer.status)).toEqual([303, 303])
    await world.simulator.idle()
    const succeeded = reports().filter((r) => r.providerRef === opened.providerRef && r.type === "payment_intent.succeeded")
    expect(succeeded).toHaveLength(1)
  })

  it("says nothing to who has no token", async () => {
    const { opened } = await open("4000002500003155")
    for (const token of ["", "x".repeat(32)]) {
      const page = await fetch(`${world.base}/challenge/${opened.providerRef}?token=${token}`)
      expect(page.status).toBe(410)
      expect(await page.text()).not.toContain("42.50")
    }
  })
})

function reports() {
  return world.received.flatMap(({ raw, signature }) => {
    const report = world.gateway.verifyEvent(raw, signature)
    if (report === undefined || report === "unrelated") throw new Error("a webhook did not verify")
    return report.about === "payment" ? [report] : []
  })
}

describe("a webhook", () => {
  it("tells the whole life of a payment", async () => {
    const { request, opened } = await openAndConfirm("4000000000009995")
    await confirmCard(world.base, opened.providerRef, opened.clientSecret, "4242424242424242")
    await world.simulator.idle()
    const mine = reports().filter((report) => report.paymentId === request.paymentId)
    expect(mine.map((report) => report.type).sort()).toEqual([
      "payment_intent.created",
      "payment_intent.payment_failed",
      "payment_intent.succeeded",
    ])
    const paid = mine.find((report) => report.type === "payment_intent.succeeded")
    expect(paid).toMatchObject({
      status: "succeeded",
      tenantId: "ten_1",
      amount: request.amount,
      providerRef: opened.providerRef,
    })
    expect(mine.find((report) => report.type.endsWith("failed"))?.failureCode).toBe("insufficient_funds")
    expect(JSON.stringify(paid?.body)).not.toContain(opened.clientSecret)
  })

  it("is refused when forged, changed, stale or dated ahead", async () => {
    await world.gateway.openIntent(anIntent())
    await world.simulator.idle()
    const sample = world.received.at(-1)
    if (!sample) throw new Error("no webhook came")
    const { raw, signature } = sample
    expect(world.gateway.verifyEvent(raw, signature)).toMatchObject({ type: "payment_intent.created" })
    const changed = Buffer.from(raw.toString().replace("4250", "4251"))
    expect(world.gateway.verifyEvent(changed, signature)).toBeUndefined()
    expect(world.gateway.verifyEvent(raw, signature.replace(/v1=.{8}/, "v1=00000000"))).toBeUndefined()
    expect(world.gateway.verifyEvent(raw, "")).toBeUndefined()
    const shifted = (seconds: number) => gatewayAt(world.base, { now: () => new Date(Date.now() + seconds * 1000) })
    expect(shifted(290).verifyEvent(raw, signature)).toBeDefined()
    expect(shifted(320).verifyEvent(raw, signature)).toBeUndefined()
    expect(shifted(-320).verifyEvent(raw, signature)).toBeUndefined()
  })

  it("is tried again until it is taken, and only then", async () => {
    let refusals = 3
    world.receive = () => (refusals-- > 0 ? 503 : 200)
    const opened = await world.gateway.openIntent(anIntent())
    await world.simulator.idle()
    world.receive = () => 200
    expect(refusals).toBe(-1)
    expect(reports().filter((report) => report.providerRef === opened.providerRef)).toHaveLength(1)
  })
})

describe("a provider that is", () => {
  it.each([
    ["overloaded", 429, '{"error":{"type":"invalid_request_error","message":"slow down"}}'],
    ["broken", 500, '{"error":{"type":"api_error","message":"sorry"}}'],
    ["away", 503, "{}"],
    ["behind a broken proxy", 502, "<html>Bad Gateway</html>"],
  ])("%s is a fault that passes", async (_what, status, body) => {
    const server = await listen((_request, response) => void response.writeHead(status).end(body))
    const error: unknown = await gatewayAt(server.base)
      .openIntent(anIntent())
      .catch((e: unknown) => e)
    await server.close()
    expect(isGatewayUnavailable(error)).toBe(true)
    const gone: unknown = await gatewayAt(server.base)
      .openIntent(anIntent())
      .catch((e: unknown) => e)
    expect(isGatewayUnavailable(gone)).toBe(true)
  })

  it("silent is a fault that passes", async () => {
    const server = await listen(() => {})
    const error: unknown = await gatewayAt(server.base)
      .findIntent("pi_1")
      .catch((e: unknown) => e)
    await server.close()
    expect(isGatewayUnavailable(error)).toBe(true)
  })

  it("of another mind is a fault that stays", async () => {
    const error: unknown = await world.gateway.findIntent("pi_unknown").catch((e: unknown) => e)
    expect(error).toMatchObject({ name: "GatewayRejected", code: "resource_missing" })
  })
})
