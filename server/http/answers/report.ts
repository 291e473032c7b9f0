import type { Site } from "#server/http/hosts/site.ts"
import { itself } from "#server/messages/pulse.ts"
import type { Log } from "#server/platform/log.ts"
import { blandMessage } from "#server/platform/pulse/fault-note.ts"
import type { Meter } from "#server/platform/pulse/meter.ts"
import { isDatabaseAway } from "./outage.ts"

const told = new WeakSet<object>()

/** Logs and counts a fault once, whoever meets it first, and answers how it is to be shown. */
export type Report = (error: unknown) => { readonly status: 500 | 503; readonly reference: string }

export interface ReportParts {
  readonly log: Log
  readonly meter: Meter
  /** Undefined where a request has not got so far. */
  readonly site: Site | undefined
  readonly reference: string
}

export function reporter({ log, meter, site, reference }: ReportParts): Report {
  return (error) => {
    const away = isDatabaseAway(error)
    const known = typeof error === "object" && error !== null && told.has(error)
    if (typeof error === "object" && error !== null) told.add(error)
    if (!known) {
      const tenantId = site?.name === "storefront" ? site.tenant.id : itself
      meter.fault(tenantId, { reference, source: "page", place: site?.name ?? "", message: blandMessage(error) })
    }
    if (!known && away) log.warn({ reference, reason: error instanceof Error ? error.message : "" }, "the database is away")
    else if (!known) log.error({ reference, err: error }, "fault")
    return { status: away ? 503 : 500, reference }
  }
}
