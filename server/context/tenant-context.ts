import { eventWriter } from "#prisma/outbox.ts"
import type { Tenancy } from "#prisma/tenancy.ts"
import type { Asker } from "#server/kernel/asker.ts"
import type { Clock } from "#server/kernel/clock.ts"
import type { Ports } from "#server/ports/ports.ts"
import type { Actor } from "./actor.ts"
import { retrying } from "./retrying.ts"
import { sayClosed } from "./say-closed.ts"
import type { TenantProfile } from "./tenant-profile.ts"
import type { Reading, Work } from "./work.ts"

/** Who is asking, of which shop, and with what. A use case takes it first and opens its own unit of work. */
export interface TenantContext {
  readonly tenant: TenantProfile
  readonly actor: Actor
  readonly ports: Ports
  readonly clock: Clock
  /** What ports are told that keep a shop's rows themselves. */
  readonly asker: Asker
  read<T>(run: (reading: Reading) => Promise<T>): Promise<T>
  /** Rolls back when `run` throws, and runs it again after a serialisation conflict or deadlock. */
  transact<T>(run: (work: Work) => Promise<T>): Promise<T>
}

export interface TenantContextParts {
  readonly tenancy: Tenancy
  readonly tenant: TenantProfile
  readonly actor: Actor
  readonly ports: Ports
  readonly clock: Clock
}

export function createTenantContext({ tenancy, tenant, actor, ports, clock }: TenantContextParts): TenantContext {
  const asker = { tenantId: tenant.id, isGuest: actor.kind === "visitor" || actor.kind === "customer" }
  return {
    tenant,
    actor,
    ports,
    clock,
    asker,
    read: (run) => sayClosed(tenancy.read(asker, (scoped) => run({ ...scoped, now: clock.now() }))),
    transact: (run) =>
      retrying(() =>
        sayClosed(
          tenancy.transact(asker, (scoped) => {
            const now = clock.now()
            return run({ ...scoped, now, emit: eventWriter(scoped, now) })
          }),
        ),
      ),
  }
}
