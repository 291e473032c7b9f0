import type { Log } from "#server/platform/log.ts"
import { isDatabaseAway } from "./outage.ts"

const told = new WeakSet<object>()

/** Logs a fault once, whoever meets it first, and answers how it is to be shown. */
export type Report = (error: unknown) => { readonly status: 500 | 503; readonly reference: string }

export function reporter(log: Log, reference: string): Report {
  return (error) => {
    const away = isDatabaseAway(error)
    const known = typeof error === "object" && error !== null && told.has(error)
    if (typeof error === "object" && error !== null) told.add(error)
    if (!known && away) log.warn({ reference, reason: error instanceof Error ? error.message : "" }, "the database is away")
    else if (!known) log.error({ reference, err: error }, "fault")
    return { status: away ? 503 : 500, reference }
  }
}
