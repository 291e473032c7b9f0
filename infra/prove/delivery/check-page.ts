import type { Listener } from "./listener.ts"
import type { Page } from "./page.ts"
import type { Told, Truth } from "./truth.ts"
import { mark } from "./writer.ts"

/** What a page still lacks of what happened up to a position; empty: nothing. */
export function lacks(page: Page, truth: Truth, upTo: number): string | undefined {
  const { status } = page.client
  if (status() !== "live") return `it is ${status()}`
  for (const listener of page.listeners) {
    const lack = lackOf(page, listener, truth, upTo)
    if (lack) return `${listener.subscription.topic}: ${lack}`
  }
  return undefined
}

function lackOf({ wish, client }: Page, listener: Listener, truth: Truth, upTo: number): string | undefined {
  const { subscription, stretches, lastHintAt } = listener
  const stretch = stretches.at(-1)
  if (!stretch) return "it was never admitted"
  const owed = truth.after(wish.tenantId, stretch.from).filter(({ seq }) => seq <= upTo)
  if (subscription.topic === "shop" || subscription.topic === "console") {
    const missing = owed.filter(isMarked).length - stretch.heard.length
    if (missing > 0) return `${missing} are missing`
  }
  if (subscription.topic === "product") {
    const last = owed.findLast(({ name, payload }) => name === "stock.moved" && payload["productId"] === subscription.id)
    const known = client.board.read("stock", String(last?.payload["variantId"]))
    if (last && (known?.revision ?? 0) < Number(last.payload["revision"])) return "its stock is old"
  }
  const last = owed.findLast((told) => isHintFor(told, page(subscription, wish.visitorId)))
  return last && lastHintAt < last.at.getTime() ? `it was not told of ${last.name} ${last.seq}` : undefined
}

interface Reader {
  readonly topic: string
  readonly key: string
  readonly id: string
}

function page(subscription: Listener["subscription"], visitorId: string): Reader {
  if (subscription.topic === "order") return { topic: "payment.failed", key: "orderId", id: subscription.id }
  return { topic: subscription.topic === "cart" ? "cart.changed" : "", key: "visitorId", id: visitorId }
}

function isHintFor({ name, payload }: Told, { topic, key, id }: Reader): boolean {
  return name === topic && payload[key] === id
}

function isMarked({ name, payload }: Told): boolean {
  return name === "product.changed" && String(payload["productId"]).startsWith(mark)
}

/**
 * Holds what was told against what happened: each once, in order, from where the page stood; before a reset as far as it had come.
 * What was looked at is forgotten. Answers what is wrong.
 */
export function settleAccounts(page: Page, truth: Truth): string[] {
  const wrong = page.foreign.splice(0)
  for (const { subscription, stretches } of page.listeners) {
    if (subscription.topic !== "shop" && subscription.topic !== "console") continue
    for (const stretch of stretches) {
      const owed = truth.after(page.wish.tenantId, stretch.from).filter(isMarked)
      // What was told since the truth was read is looked at the next time.
      const heard = stretch.heard.splice(0, owed.length)
      const at = heard.findIndex((id, index) => owed[index]?.payload["productId"] !== id)
      if (at >= 0) wrong.push(`${subscription.topic}: heard ${heard[at]} where ${String(owed[at]?.payload["productId"])} was due`)
      stretch.from = owed[heard.length - 1]?.seq ?? stretch.from
    }
    stretches.splice(0, stretches.length - 1)
  }
  return wrong.map((words) => `${page.wish.name} ${words}`)
}
