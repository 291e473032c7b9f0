import { z } from "zod"
import type { Randomness } from "#infra/prove/isolation/randomness.ts"
import { newId } from "#server/kernel/ids.ts"
import { keys } from "./money-house.ts"

export interface Stage {
  readonly webBase: string
  readonly apiBase: string
  readonly goods: readonly { readonly tenantId: string; readonly variantId: string }[]
}

export type Ending = "paid" | "declined-first" | "left" | "cancelled-while-paying" | "refunded"

const placed = z.object({ orderId: z.string() })
const seen = z.object({
  status: z.string(),
  total: z.object({ minor: z.string(), currency: z.string() }),
  providerRef: z.string().nullable(),
  clientSecret: z.string().nullable(),
})

const good = "4242424242424242"
const bad = "4000000000000002"
const patienceMs = 120_000

/** One shopper's errand from cart to whatever end; asks again whenever an answer is lost, as browsers and people do. */
export async function shop(stage: Stage, random: Randomness): Promise<Ending> {
  const { tenantId, variantId } = random.pick(stage.goods)
  const luck = random.below(100)
  const cartId = newId("cart")
  const { orderId } = placed.parse(await ask(stage, "order", { tenantId, cartId, variantId, quantity: 1 + random.below(3) }))
  const look = async () => seen.parse(await ask(stage, "look", { tenantId, orderId }))
  const first = await until(look, ({ clientSecret }) => clientSecret !== null)
  const { providerRef, clientSecret } = first
  const pay = (card: string) => confirm(stage, providerRef ?? "", clientSecret ?? "", card)
  if (luck < 6) {
    await ask(stage, "cancel", { tenantId, orderId })
    return "left"
  }
  if (luck < 12) {
    await Promise.all([pay(good), ask(stage, "cancel", { tenantId, orderId })])
    return "cancelled-while-paying"
  }
  if (luck < 24) await pay(bad)
  await pay(good)
  if (random.chance(0.4)) await ask(stage, "ask", { tenantId, orderId })
  if (luck < 24) return "declined-first"
  if (luck < 84) return "paid"
  const { total } = await until(look, ({ status }) => status === "paid")
  const whole = BigInt(total.minor)
  const minor = random.chance(0.5) ? whole : (whole / 20n) * 10n
  const wish = { tenantId, orderId, key: newId("refund"), minor: minor.toString(), currency: total.currency }
  // A double click, and one more who wants the same money again.
  await Promise.all([
    ask(stage, "refund", wish),
    ask(stage, "refund", wish),
    ask(stage, "refund", { ...wish, key: newId("refund"), minor: total.minor }),
  ])
  return "refunded"
}

/** 409 is the business saying no: an answer. */
async function ask({ webBase }: Stage, errand: string, body: object): Promise<unknown> {
  return insisting(async () => {
    const answer = await fetch(`${webBase}/${errand}`, { method: "POST", body: JSON.stringify(body) })
    if (answer.status >= 500) throw new Error(`${errand}: ${await answer.text()}`)
    return answer.json()
  })
}

async function confirm({ apiBase }: Stage, ref: string, clientSecret: string, number: string): Promise<void> {
  const card = {
    "payment_method_data[type]": "card",
    "payment_method_data[card][number]": number,
    "payment_method_data[card][exp_month]": "12",
    "payment_method_data[card][exp_year]": "2040",
    "payment_method_data[card][cvc]": "123",
  }
  await insisting(async () => {
    const form = { key: keys.publishableKey, client_secret: clientSecret, return_url: "http://shop.test/", ...card }
    const answer = await fetch(`${apiBase}/v1/payment_intents/${ref}/confirm`, {
      method: "POST",
      body: new URLSearchParams(form),
    })
    if (answer.status >= 429) throw new Error(`confirm: ${answer.status}`)
  })
}

async function insisting<T>(run: () => Promise<T>): Promise<T> {
  for (const since = Date.now(); ; ) {
    try {
      return await run()
    } catch (error) {
      if (Date.now() - since > patienceMs) throw error
      await new Promise((resolve) => setTimeout(resolve, 150))
    }
  }
}

async function until<T>(look: () => Promise<T>, isThere: (seen: T) => boolean): Promise<T> {
  for (const since = Date.now(); ; ) {
    const now = await look()
    if (isThere(now)) return now
    if (Date.now() - since > patienceMs) throw new Error(`nothing happened to ${JSON.stringify(now)}`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
