import { Client } from "pg"
import { newId } from "#server/kernel/ids.ts"
import type { EventName, EventPayload } from "#server/messages/events.ts"

/** Writes and reads the log as its owner sees it. */
export interface EventLog {
  /** One event as a commit of its own; answers its id. */
  write<N extends EventName>(tenantId: string, name: N, payload: EventPayload<N>): Promise<string>
  /** A row that no version of the program wrote. */
  writeStrange(tenantId: string): Promise<string>
  published(): Promise<{ id: string; tenantId: string; seq: number }[]>
  unpublished(): Promise<number>
  /** As if the relay had died before it could mark them. */
  forget(ids: readonly string[]): Promise<void>
  close(): Promise<void>
}

export async function openEventLog(ownerUrl: string): Promise<EventLog> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  const insert = async (tenantId: string, name: string, payload: object) => {
    const id = newId("event")
    await client.query("insert into outbox_event (tenant_id, id, name, payload, at) values ($1, $2, $3, $4, now())", [
      tenantId,
      id,
      name,
      payload,
    ])
    return id
  }
  return {
    write: insert,
    writeStrange: (tenantId) => insert(tenantId, "moon.rose", {}),
    async published() {
      const text = `select id, tenant_id as "tenantId", seq from outbox_event where published_at is not null order by tenant_id, seq`
      return (await client.query<{ id: string; tenantId: string; seq: number }>(text)).rows
    },
    async unpublished() {
      const { rows } = await client.query<{ count: number }>(
        "select count(*)::int as count from outbox_event where published_at is null",
      )
      return rows[0]?.count ?? 0
    },
    async forget(ids) {
      await client.query("update outbox_event set published_at = null, seq = null where id = any($1)", [ids])
      await client.query(
        "update log_head h set seq = coalesce((select max(seq) from outbox_event e where e.tenant_id = h.tenant_id), 0)",
      )
    },
    close: () => client.end(),
  }
}
