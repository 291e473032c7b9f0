import { branded } from "#server/kernel/brand.ts"
import { type EventName, type EventPayload, eventSchemas, isEventName, type LoggedEvent } from "./events.ts"

export interface EventRow {
  readonly tenantId: string
  readonly eventId: string
  readonly name: string
  readonly payload: unknown
  readonly at: Date
}

/** Undefined when this version does not understand the row: an older program's, or a newer one's. */
export function readEvent(row: EventRow): Omit<LoggedEvent, "seq"> | undefined {
  if (!isEventName(row.name)) return undefined
  const parsed = eventSchemas[row.name].safeParse(row.payload)
  if (!parsed.success) return undefined
  const payload = branded<EventPayload<EventName>>(parsed.data)
  return { tenantId: row.tenantId, eventId: row.eventId, name: row.name, payload, at: row.at }
}
