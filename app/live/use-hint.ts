import type { Subscription } from "#server/messages/live.ts"
import { useStream } from "./live-context.ts"

const hintMs = 60
const stockMs = 1_500
/** From here on a list says "few left" or "sold out", so that a change is to be seen. */
const fewLeft = 5

/** Loads the page's facts again when something of them changed; `ids` narrows down to what the page shows. */
export function useHint(subscription: Subscription | undefined, ids?: readonly string[]): void {
  useStream(subscription, (heard, page) => {
    if (heard.kind === "reset" || (heard.kind === "hint" && (ids === undefined || ids.includes(heard.id)))) page.reload(hintMs)
  })
}

/** As `useHint`; and in a shop's lists also when a product nears its end or comes back, at leisure. */
export function useLive(subscription: Subscription | undefined): void {
  useHint(subscription)
  useStream(subscription, (heard, page) => {
    if (subscription?.topic === "shop" && heard.kind === "state" && heard.topic === "stock" && heard.free <= fewLeft)
      page.reload(stockMs)
  })
}
