import type { UnpublishedEvent } from "#prisma/outbox-log.ts"
import { branded } from "#server/kernel/brand.ts"
import { type EventName, type EventPayload, eventSchemas, isEventName, type LoggedEvent } from "#server/messages/events.ts"

/** Undefined when this version does not understand the row: an older program's, or a newer one's. */
export function readEvent(row: UnpublishedEvent): Omit<LoggedEvent, "seq"> | undefined {
  if (!isEventName(row.name)) return undefined
  const parsed = eventSchemas[row.name].safeParse(row.payload)
  if (!parsed.success) return undefined
  const payload = branded<EventPayload<EventName>>(parsed.data)
  return { tenantId: row.tenantId, eventId: row.eventId, name: row.name, payload, at: row.at }
}
