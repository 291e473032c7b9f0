import { type EventName, type EventPayload, eventSchemas } from "#server/messages/events.ts"
import { newId } from "#server/kernel/ids.ts"
import type { TenantRows } from "./tenancy.ts"

type Tenants = Pick<TenantRows, "sql" | "tenantId">

/** Writes what happened beside the change itself: both are committed or neither. Answers the event's id. */
export function appendEvent<N extends EventName>(tenant: Tenants, name: N, payload: EventPayload<N>, at: Date): Promise<string> {
  return eventWriter(tenant, at)(name, payload)
}

/** As `appendEvent`, for one unit of work: what is told in one go is written by one statement. */
export function eventWriter({ sql, tenantId }: Tenants, at: Date) {
  let waiting: { readonly id: string; readonly name: string; readonly told: string }[] = []
  let written: Promise<unknown> | undefined
  const write = () => {
    const [ids, names, payloads] = [waiting.map(({ id }) => id), waiting.map(({ name }) => name), waiting.map(({ told }) => told)]
    waiting = []
    written = undefined
    return sql`
      insert into outbox_event (tenant_id, id, name, payload, at)
      select ${tenantId}, id, name, told::jsonb, ${at}::timestamptz
      from unnest(${ids}::text[], ${names}::text[], ${payloads}::text[]) as t(id, name, told)`
  }
  return async <N extends EventName>(name: N, payload: EventPayload<N>): Promise<string> => {
    const id = newId("event", at.getTime())
    waiting.push({ id, name, told: JSON.stringify(eventSchemas[name].parse(payload)) })
    written ??= Promise.resolve().then(write)
    await written
    return id
  }
}
