import { newId } from "#server/kernel/ids.ts"
import { appendEvent } from "#prisma/outbox.ts"
import type { PlatformRows, PlatformTables } from "#prisma/platform.ts"
import type { Clock } from "#server/kernel/clock.ts"
import type { EventName, EventPayload } from "#server/messages/events.ts"
import type { Ports } from "#server/ports/ports.ts"
import type { Actor } from "./actor.ts"

/** Work across tenants: opening a shop, looking one up, the admin's pages. Each write is named and audited in its own transaction. */
export interface PlatformContext {
  readonly actor: Actor
  readonly ports: Ports
  readonly clock: Clock
  read<T>(run: (platform: PlatformRows) => Promise<T>): Promise<T>
  transact<T>(purpose: string, run: (platform: PlatformWork) => Promise<T>, subject?: AuditSubject): Promise<T>
  /** For what the machine writes down about itself, again and again: no one decided it, so it leaves no entry in the audit trail. */
  record<T>(run: (platform: PlatformRows) => Promise<T>): Promise<T>
}

/** What the audit trail keeps beside purpose, actor and time. */
export interface AuditSubject {
  readonly tenantId?: string
  readonly reason?: string
}

export interface PlatformWork extends PlatformRows {
  readonly now: Date
  /** Written with the change, into the log of the tenant that it concerns. */
  emit<N extends EventName>(tenantId: string, name: N, payload: EventPayload<N>): Promise<string>
}

export interface PlatformContextParts {
  readonly tables: PlatformTables
  readonly actor: Actor
  readonly ports: Ports
  readonly clock: Clock
}

export function createPlatformContext({ tables, actor, ports, clock }: PlatformContextParts): PlatformContext {
  return {
    actor,
    ports,
    clock,
    read: (run) => tables.read(run),
    record: (run) => tables.transact(run),
    transact: (purpose, run, { tenantId = null, reason = "" }: { tenantId?: string | null; reason?: string } = {}) =>
      tables.transact(async (platform) => {
        const now = clock.now()
        await platform.rows.platformAudit.create({
          data: {
            id: newId("audit"),
            purpose,
            actor: actorName(actor),
            tenantId,
            at: now,
            detail: reason === "" ? {} : { reason },
          },
        })
        return run({
          ...platform,
          now,
          emit: (tenantId, name, payload) => appendEvent({ ...platform, tenantId }, name, payload, now),
        })
      }),
  }
}

function actorName(actor: Actor): string {
  return "accountId" in actor ? actor.accountId : actor.kind
}
