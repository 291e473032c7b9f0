import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { z } from "zod"
import { keys, openPaymentWorld, type PaymentWorld } from "./payment-world.ts"

const file = path.resolve(import.meta.dirname, "../../../shared/stripe/fixtures3.json")
const present = existsSync(file)
if (!present)
  console.warn("skipped: Stripe's official fixtures are not here, so the simulator's answers are held only to the SDK's types")

const group = z.record(z.string(), z.unknown())

/** Every key of the official object is there, with a type that may stand in its place. Null and expandable ids are compatible with anything. */
function gaps(official: Record<string, unknown>, ours: Record<string, unknown>, at: string): string[] {
  return Object.entries(official).flatMap(([key, wanted]) => {
    const name = `${at}.${key}`
    if (!(key in ours)) return [`${name} is missing`]
    const got = ours[key]
    if (wanted === null || got === null || key === "metadata") return []
    if (Array.isArray(wanted) || Array.isArray(got))
      return Array.isArray(wanted) && Array.isArray(got) ? [] : [`${name} is no list`]
    const [inner, mine] = [group.safeParse(wanted), group.safeParse(got)]
    if (inner.success && mine.success) return gaps(inner.data, mine.data, name)
    if (inner.success && typeof got === "string" && "id" in inner.data) return []
    return typeof wanted === typeof got ? [] : [`${name} is ${typeof got}, not ${typeof wanted}`]
  })
}

describe.skipIf(!present)("answers in Stripe's official shapes", () => {
  let world: PaymentWorld
  let official: Record<string, Record<string, unknown>>
  const made: Record<string, Record<string, unknown>> = {}

  const call = async (route: string, form?: Record<string, string>) => {
    const answer = await fetch(`${world.base}/v1/${route}`, {
      method: form ? "POST" : "GET",
      headers: { authorization: `Bearer ${keys.secretKey}` },
      ...(form ? { body: new URLSearchParams(form) } : {}),
    })
    return group.parse(await answer.json())
  }

  beforeAll(async () => {
    official = z.object({ resources: z.record(z.string(), group) }).parse(JSON.parse(readFileSync(file, "utf8"))).resources
    world = await openPaymentWorld({ webhook: { events: ["*"] } })
    const customer = await call("customers", { name: "Ada" })
    const paid = {
      amount: "5000",
      currency: "usd",
      confirm: "true",
      return_url: "https://a.example",
      customer: String(customer.id),
    }
    const intent = await call("payment_intents", { ...paid, payment_method: "pm_card_visa" })
    const waiting = await call("payment_intents", { ...paid, payment_method: "pm_card_threeDSecure2Required" })
    const refund = await call("refunds", { payment_intent: String(intent.id), amount: "100" })
    const account = await call("accounts", {
      country: "US",
      default_currency: "usd",
      "controller[fees][payer]": "application",
    })
    const back = { return_url: "https://a.example", refresh_url: "https://a.example" }
    const link = z
      .object({ url: z.string() })
      .parse(await call("account_links", { account: String(account.id), type: "account_onboarding", ...back }))
    const { pathname, search } = new URL(link.url)
    await fetch(`${world.base}${pathname}${search}`, {
      method: "POST",
      body: new URLSearchParams({ outcome: "all" }),
      redirect: "manual",
    })
    const transfer = await call("transfers", { amount: "1100", currency: "usd", destination: String(account.id) })
    const events = z.object({ data: z.array(group) }).parse(await call("events"))
    Object.assign(made, {
      customer,
      account,
      transfer,
      transfer_reversal: await call(`transfers/${transfer.id}/reversals`, { amount: "100" }),
      account_link: await call("account_links", { account: String(account.id), type: "account_onboarding", ...back }),
      payment_intent: intent,
      waiting,
      refund,
      charge: await call(`charges/${intent.latest_charge}`),
      payment_method: await call(`payment_methods/${intent.payment_method}`),
      balance_transaction: z.object({ data: z.array(group) }).parse(await call("balance_transactions")).data[0],
      event: await call(`events/${events.data[0]?.id}`),
    })
  })
  afterAll(() => world.close())

  it.each([
    "payment_intent",
    "charge",
    "payment_method",
    "refund",
    "customer",
    "balance_transaction",
    "account",
    "account_link",
    "transfer",
    "transfer_reversal",
  ])("%s", (name) => {
    expect(gaps(official[name] ?? {}, made[name] ?? {}, name)).toEqual([])
  })

  it("payment_intent that waits for a challenge", () => {
    expect(gaps(official.payment_intent ?? {}, made.waiting ?? {}, "payment_intent")).toEqual([])
  })

  it("event", () => {
    // What an event is about is the resource itself, checked above; the official sample happens to be about a plan.
    const { data: _sample, ...envelope } = official.event ?? {}
    expect(gaps(envelope, made.event ?? {}, "event")).toEqual([])
  })
})
