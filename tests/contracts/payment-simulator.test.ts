import { appendFile, mkdtemp, readFile, rm } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import Stripe from "stripe"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { createSimulator } from "#server/platform/stripe/simulator/simulator.ts"
import { anIntent, confirmCard, keys, listen, openPaymentWorld, type PaymentWorld } from "./payment-world.ts"

let world: PaymentWorld
let stripe: Stripe
beforeAll(async () => {
  world = await openPaymentWorld({ webhook: { events: ["*"] } })
  const { hostname, port } = new URL(world.base)
  stripe = new Stripe(keys.secretKey, { host: hostname, port, protocol: "http", maxNetworkRetries: 0, telemetry: false })
})
afterAll(() => world.close())

async function api(method: string, route: string, form: Record<string, string> = {}, headers: Record<string, string> = {}) {
  const answer = await fetch(`${world.base}/v1/${route}`, {
    method,
    headers: { authorization: `Bearer ${keys.secretKey}`, ...headers },
    ...(method === "POST" ? { body: new URLSearchParams(form) } : {}),
  })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

const payWith = (method: string, more: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
  stripe.paymentIntents.create({
    amount: 2_000,
    currency: "eur",
    payment_method: method,
    confirm: true,
    return_url: "https://shop.example/back",
    ...more,
  })

describe("an idempotency key", () => {
  it("replays the stored answer, letter for letter, and says so", async () => {
    const form = { amount: "999", currency: "usd", "metadata[b]": "2", "metadata[a]": "1" }
    const first = await api("POST", "payment_intents", form, { "idempotency-key": "k1" })
    const again = await api("POST", "payment_intents", form, { "idempotency-key": "k1" })
    expect(again.text).toBe(first.text)
    expect([first.headers.get("idempotent-replayed"), again.headers.get("idempotent-replayed")]).toEqual([null, "true"])
  })

  it("is refused with other parameters or another call", async () => {
    await api("POST", "payment_intents", { amount: "999", currency: "usd" }, { "idempotency-key": "k2" })
    const other = await api("POST", "payment_intents", { amount: "998", currency: "usd" }, { "idempotency-key": "k2" })
    expect(other.status).toBe(400)
    expect(JSON.parse(other.text).error.type).toBe("idempotency_error")
    expect((await api("POST", "customers", { name: "Ada" }, { "idempotency-key": "k2" })).status).toBe(400)
  })

  it("replays a decline, and forgets what was never tried", async () => {
    const decline = {
      amount: 2_000,
      currency: "eur",
      payment_method: "pm_card_chargeDeclined",
      confirm: true,
      return_url: "https://a.example",
    }
    const attempts = await Promise.allSettled([1, 2].map(() => stripe.paymentIntents.create(decline, { idempotencyKey: "k3" })))
    const charges = attempts.map((a) =>
      a.status === "rejected" && a.reason instanceof Stripe.errors.StripeCardError ? a.reason.charge : a,
    )
    expect(charges[0]).toMatch(/^ch_/)
    expect(charges[1]).toBe(charges[0])
    expect((await api("POST", "payment_intents", { amount: "x", currency: "usd" }, { "idempotency-key": "k4" })).status).toBe(400)
    expect((await api("POST", "payment_intents", { amount: "500", currency: "usd" }, { "idempotency-key": "k4" })).status).toBe(
      200,
    )
  })
})

describe("the doors", () => {
  it.each([
    [{}, 401],
    [{ authorization: "Bearer sk_sim_wrong" }, 401],
    [{ authorization: `Bearer ${keys.publishableKey}` }, 401],
    [{ authorization: `Basic ${Buffer.from(`${keys.secretKey}:`).toString("base64")}` }, 200],
  ])("%o gets %i", async (headers, status) => {
    const answer = await fetch(`${world.base}/v1/payment_intents`, { headers: { ...headers } })
    expect(answer.status).toBe(status)
    expect(await answer.text()).not.toContain("sk_sim_wrong")
  })

  it("a browser needs the secret of its own intent, and sees no more than it should", async () => {
    const mine = await world.gateway.openIntent(anIntent())
    const other = await world.gateway.openIntent(anIntent())
    const stolen = await confirmCard(world.base, mine.providerRef, other.clientSecret, "4242424242424242")
    expect(stolen.status).toBe(400)
    expect((await world.gateway.findIntent(mine.providerRef)).status).toBe("requires_payment_method")
    const paid = await confirmCard(world.base, mine.providerRef, mine.clientSecret, "4242424242424242")
    expect(paid.headers.get("access-control-allow-origin")).toBe("http://north.localhost:3000")
    expect(paid.headers.get("access-control-allow-credentials")).toBeNull()
    const body = await paid.text()
    expect(JSON.parse(body)).toMatchObject({ id: mine.providerRef, status: "succeeded" })
    expect(body).not.toContain("tenant_id")
  })

  it.each([
    ["POST", "payment_intents", { amount: "500", currency: "usd", amont: "1" }, "parameter_unknown"],
    ["POST", "payment_intents", { currency: "usd" }, "parameter_missing"],
    ["POST", "payment_intents", { amount: "5e2", currency: "usd" }, "parameter_invalid"],
    ["POST", "payment_intents", { amount: "500", currency: "usd", "__proto__[x]": "1" }, "parameter_unknown"],
    ["POST", "payment_intents", { amount: "49", currency: "usd" }, "amount_too_small"],
    ["POST", "payment_intents", { amount: "100000000", currency: "usd" }, "amount_too_large"],
    ["POST", "refunds", { charge: "ch_none" }, "resource_missing"],
    ["GET", "charges/ch_none", {}, "resource_missing"],
  ])("%s %s %o is refused in Stripe's words: %s", async (method, route, form, code) => {
    const answer = await api(method, route, form)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(JSON.parse(answer.text).error.code).toBe(code)
  })

  it("an oversized body and an unknown address are refused", async () => {
    expect((await api("POST", "payment_intents", { description: "x".repeat(70_000) })).status).toBe(413)
    expect((await api("GET", "nothing/here")).status).toBe(404)
  })

  it("never stores a card number", async () => {
    await payWith("pm_card_visa")
    expect(await readFile(path.join(world.folder, "journal.jsonl"), "utf8")).not.toContain("4242424242424242")
  })

  it("does not open in production", async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), "rialto-payments-"))
    const options = { ...keys, folder, origin: "http://pay.localhost:3000", production: true }
    await expect(createSimulator(options)).rejects.toThrow("does not run in production")
    await (await createSimulator({ ...options, allowInProduction: true })).close()
    await rm(folder, { recursive: true })
  })
})

describe("money", () => {
  it("moves by charge and refund, and the balance lists both", async () => {
    const intent = await payWith("pm_card_visa", { amount: 10_000 })
    const half = await stripe.refunds.create({ payment_intent: intent.id, amount: 4_000 })
    await expect(stripe.refunds.create({ payment_intent: intent.id, amount: 6_001 })).rejects.toThrow("greater than unrefunded")
    await stripe.refunds.create({ payment_intent: intent.id })
    await expect(stripe.refunds.create({ payment_intent: intent.id })).rejects.toMatchObject({ code: "charge_already_refunded" })
    const expandedIntent = await stripe.paymentIntents.retrieve(intent.id, { expand: ["latest_charge.balance_transaction"] })
    expect(expandedIntent.latest_charge).toMatchObject({
      amount_refunded: 10_000,
      refunded: true,
      balance_transaction: { amount: 10_000, fee: 320, net: 9_680, type: "charge" },
    })
    const lines = await stripe.balanceTransactions.list({ source: half.id })
    expect(lines.data.map((line) => [line.type, line.net])).toEqual([["refund", -4_000]])
  })

  it("is announced only in the kinds that the endpoint wants", async () => {
    await payWith("pm_card_visa")
    await world.simulator.idle()
    const types = new Set(world.received.map(({ raw }): unknown => JSON.parse(raw.toString()).type))
    expect([...types]).toEqual(expect.arrayContaining(["charge.succeeded", "charge.refunded", "payment_intent.succeeded"]))
    const listed = await stripe.events.list({ type: "payment_intent.succeeded", limit: 1 })
    expect(listed.data[0]?.pending_webhooks).toBe(0)
  })
})

describe("a restart", () => {
  it("forgets nothing, sends what is owed, and survives a half-written line", async () => {
    const first = await openPaymentWorld()
    first.receive = () => 500
    const request = anIntent()
    const opened = await first.gateway.openIntent(request)
    await confirmCard(first.base, opened.providerRef, opened.clientSecret, "4242424242424242")
    const folder = await mkdtemp(path.join(os.tmpdir(), "rialto-payments-"))
    const journal = path.join(folder, "journal.jsonl")
    // What a crash at this moment leaves behind: the acknowledged lines, and the beginning of another.
    await appendFile(journal, await readFile(path.join(first.folder, "journal.jsonl")))
    await appendFile(journal, '[["intent",{"id":"pi_half')
    await first.close()
    for (const _start of ["after the crash", "and once more"]) {
      const second = await openPaymentWorld({ folder })
      expect((await second.gateway.findIntent(opened.providerRef)).status).toBe("succeeded")
      expect((await second.gateway.openIntent(request)).providerRef).toBe(opened.providerRef)
      await second.simulator.idle()
      const types = second.received.map(({ raw }): unknown => JSON.parse(raw.toString()).type).sort()
      expect(types).toEqual(_start === "after the crash" ? ["payment_intent.created", "payment_intent.succeeded"] : [])
      await second.close()
    }
    await rm(folder, { recursive: true })
  })

  it("rewrites a long journal without losing anything", async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), "rialto-payments-"))
    const first = await openPaymentWorld({ folder })
    const opened = await first.gateway.openIntent(anIntent())
    await first.close()
    const journal = path.join(folder, "journal.jsonl")
    const before = await readFile(journal, "utf8")
    const line = before.split("\n")[0] ?? ""
    await appendFile(journal, `${line}\n`.repeat(1_100))
    const second = await openPaymentWorld({ folder })
    expect((await second.gateway.findIntent(opened.providerRef)).providerRef).toBe(opened.providerRef)
    expect((await readFile(journal, "utf8")).split("\n").length).toBeLessThan(20)
    await second.close()
    await rm(folder, { recursive: true })
  })
})

describe("webhooks in disorder", () => {
  it("come as often as asked, in any order, each with a signature of its own", async () => {
    const messy = await openPaymentWorld({ webhook: { disorder: { copies: 3, spreadMs: 40, random: Math.random } } })
    const opened = await messy.gateway.openIntent(anIntent())
    await confirmCard(messy.base, opened.providerRef, opened.clientSecret, "4000000000000002")
    await messy.simulator.idle()
    const reports = messy.received.map(({ raw, signature }) => messy.gateway.verifyEvent(raw, signature))
    expect(countTypes(reports)).toEqual({ "payment_intent.created": 3, "payment_intent.payment_failed": 3 })
    await messy.close()
  })
})

function countTypes(reports: readonly unknown[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const report of reports)
    if (typeof report === "object" && report !== null && "type" in report)
      counts[String(report.type)] = (counts[String(report.type)] ?? 0) + 1
  return counts
}

it("answers a browser's preflight", async () => {
  const server = await listen(world.simulator.listener)
  const answer = await fetch(`${server.base}/v1/payment_intents/pi_1/confirm`, {
    method: "OPTIONS",
    headers: { origin: "http://a.localhost" },
  })
  await server.close()
  expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([204, "http://a.localhost"])
})
