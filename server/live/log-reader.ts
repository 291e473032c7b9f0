import type { PlatformContext } from "#server/context/platform-context.ts"
import type { EventName, LoggedEvent } from "#server/messages/events.ts"
import { type EventRow, readEvent } from "#server/messages/read-event.ts"

export interface LogWish {
  readonly most: number
  /** Only events of these names, and of these only what names the subject. */
  readonly names?: readonly EventName[]
  readonly about?: Subject
}

/** Whatever carries this id in its payload under this key. */
export interface Subject {
  readonly key: "productId" | "orderId" | "visitorId"
  readonly id: string
}

export interface LogPart {
  readonly events: readonly LoggedEvent[]
  /** The position of the last row that was read, understood or not; the position that was asked from, when there was none. */
  readonly reached: number
}

/** What the relay has published, read back. */
export interface LogReader {
  /** Every tenant's highest number. */
  heads(): Promise<ReadonlyMap<string, number>>
  head(tenantId: string): Promise<number>
  /** Published events after a position, in order. */
  after(tenantId: string, seq: number, wish: LogWish): Promise<LogPart>
}

export function createLogReader(platform: PlatformContext): LogReader {
  return {
    async heads() {
      const rows = await platform.read(
        "live.find-heads",
        ({ sql }) => sql<{ tenantId: string; seq: number }>`select tenant_id as "tenantId", seq from log_head`,
      )
      return new Map(rows.map((row) => [row.tenantId, row.seq]))
    },
    async head(tenantId) {
      const [row] = await platform.read(
        "live.find-head",
        ({ sql }) => sql<{ seq: number }>`select seq from log_head where tenant_id = ${tenantId}`,
      )
      return row?.seq ?? 0
    },
    async after(tenantId, seq, { most, names, about }) {
      const rows = await platform.read(
        "live.read-log",
        ({ sql }) => sql<EventRow & { seq: number }>`
          select tenant_id as "tenantId", id as "eventId", name, payload, at, seq
          from outbox_event
          where tenant_id = ${tenantId} and seq > ${seq}
            and (${names ?? null}::text[] is null or name = any(${names ?? null}::text[]))
            and (${about?.key ?? null}::text is null or payload ->> ${about?.key ?? null}::text = ${about?.id ?? null}::text)
          order by seq limit ${most}`,
      )
      const events = rows.flatMap((row) => {
        const event = readEvent(row)
        return event ? [{ ...event, seq: row.seq }] : []
      })
      return { events, reached: rows.at(-1)?.seq ?? seq }
    },
  }
}
