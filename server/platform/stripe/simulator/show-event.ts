import type { EventRecord, View } from "./records.ts"
import { show } from "./show.ts"

/** The API version whose shapes the simulator speaks; the SDK's types hold it to that. */
export const apiVersion = "2026-10-28.endive"

export function showEvent(view: View, event: EventRecord): object {
  const waiting = event.subscribed && !view.draft.get("delivery", event.id)
  return {
    id: event.id,
    object: "event",
    ...(event.account === undefined ? {} : { account: event.account }),
    api_version: apiVersion,
    created: event.created,
    data: { object: show(view, event.subject) },
    livemode: false,
    pending_webhooks: waiting ? 1 : 0,
    request: { id: event.requestId, idempotency_key: event.idempotencyKey },
    type: event.type,
  }
}
