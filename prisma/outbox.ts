import { type EventName, type EventPayload, eventSchemas } from "#server/messages/events.ts"
import { newId } from "#server/kernel/ids.ts"
import type { TenantRows } from "./tenancy.ts"

/** Writes what happened beside the change itself: both are committed or neither. Answers the event's id. */
export async function appendEvent<N extends EventName>(
  { rows, tenantId }: TenantRows,
  name: N,
  payload: EventPayload<N>,
  at: Date,
): Promise<string> {
  const id = newId("event", at.getTime())
  await rows.outboxEvent.create({ data: { tenantId, id, name, payload: eventSchemas[name].parse(payload), at } })
  return id
}
