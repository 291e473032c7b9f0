import { newId } from "#server/kernel/ids.ts"
import { appendEvent } from "#prisma/outbox.ts"
import type { PlatformRows, PlatformTables } from "#prisma/platform.ts"
import type { Clock } from "#server/kernel/clock.ts"
import type { EventName, EventPayload } from "#server/messages/events.ts"
import type { Ports } from "#server/ports/ports.ts"
import type { Actor } from "./actor.ts"
import type { PlatformUses } from "./platform-uses.ts"

/**
 * Work across tenants: opening a shop, looking one up, the admin's pages. Each use has a name and is counted under it; each decision has an
 * entry in the audit trail, written in its own transaction.
 */
export interface PlatformContext {
  readonly actor: Actor
  readonly ports: Ports
  readonly clock: Clock
  read<T>(purpose: string, run: (platform: PlatformRows) => Promise<T>): Promise<T>
  transact<T>(purpose: string, run: (platform: PlatformWork) => Promise<T>, subject?: AuditSubject): Promise<T>
  /** For what the machine writes down about itself, again and again: no one decided it, so it leaves no entry of its own. */
  record<T>(purpose: string, run: (platform: PlatformRows) => Promise<T>): Promise<T>
  /** Counts what another connection of the same role did, such as the relay's. */
  noteUse(purpose: string): void
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
  readonly uses: PlatformUses
  readonly actor: Actor
  readonly ports: Ports
  readonly clock: Clock
}

export function createPlatformContext({ tables, uses, actor, ports, clock }: PlatformContextParts): PlatformContext {
  const noteUse = (purpose: string) => uses.count(purpose, actorName(actor))
  return {
    actor,
    ports,
    clock,
    noteUse,
    read(purpose, run) {
      noteUse(purpose)
      return tables.read(run)
    },
    record(purpose, run) {
      noteUse(purpose)
      return tables.transact(run)
    },
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
