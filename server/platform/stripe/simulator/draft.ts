import type { Change, Kind, Look, Records, Snapshot } from "./records.ts"
import { changeOf, find, keep, newTables } from "./tables.ts"
import { newStripeId } from "./tokens.ts"

/** What one request changes: read through it, write to it; all of it is kept, or nothing. */
export interface Draft extends Look {
  put<K extends Kind>(kind: K, record: Records[K]): void
  /** Announces an object as it is at this moment; `account`: the connected one that it happened on. */
  emit(type: string, subject: Snapshot, account?: string): void
  readonly changes: readonly Change[]
}

export interface Cause {
  readonly now: number
  readonly requestId: string | null
  readonly idempotencyKey: string | null
  readonly subscribes: (type: string) => boolean
}

export function newDraft(store: Look, cause: Cause): Draft {
  const changes: Change[] = []
  const fresh = newTables()
  const put = <K extends Kind>(kind: K, record: Records[K]) => {
    changes.push(changeOf(kind, record))
    keep(fresh, kind, record)
  }
  return {
    changes,
    put,
    get: (kind, id) => find(fresh, kind, id) ?? store.get(kind, id),
    emit: (type, subject, account) =>
      put("event", {
        id: newStripeId("evt"),
        type,
        created: cause.now,
        subject,
        requestId: cause.requestId,
        idempotencyKey: cause.idempotencyKey,
        subscribed: cause.subscribes(type),
        ...(account === undefined ? {} : { account }),
      }),
  }
}
