import type { StateMessage } from "#server/messages/live.ts"
import { type BoardPage, type BoardView, type Minute, minuteKey, type ShopPulse, viewKey } from "#server/messages/pulse.ts"

/** A page of the board and its shops' lines, each for itself: a line that did not change need not be sent again. */
export function boardMessages(
  view: BoardView,
  { page, shops }: { readonly page: BoardPage; readonly shops: readonly ShopPulse[] },
): StateMessage[] {
  return [
    ...shops.map((shop) => shopMessage(shop, page.at)),
    { kind: "state", topic: "board", id: viewKey(view), revision: page.at, page },
  ]
}

export function shopMessage(shop: ShopPulse, revision: number): StateMessage {
  return { kind: "state", topic: "pulse", id: shop.tenantId, revision, shop }
}

export function minuteMessage(tenantId: string, minute: Minute, revision: number): StateMessage {
  return { kind: "state", topic: "minute", id: minuteKey(tenantId, minute.at), revision, minute }
}
