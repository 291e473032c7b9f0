import type { TenantRows } from "#prisma/tenancy.ts"
import type { EventName, EventPayload } from "#server/messages/events.ts"

/** A view of one tenant's rows at one moment: what a reading step takes. */
export interface Reading extends TenantRows {
  readonly now: Date
}

/** One tenant, one transaction. A step takes it first and joins the caller's; it has no ports, so no vendor is called under locks. */
export interface Work extends Reading {
  /** Written with the change; answers the event's id. */
  emit<N extends EventName>(name: N, payload: EventPayload<N>): Promise<string>
}
