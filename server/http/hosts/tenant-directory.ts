import { LRUCache } from "lru-cache"
import type { TenantProfile } from "#server/context/tenant-profile.ts"
import { isDatabaseAway } from "#server/http/answers/outage.ts"
import { type Clock, systemClock } from "#server/kernel/clock.ts"
import { platformKey } from "#server/kernel/tenant-keys.ts"

/** Tenants by host and by id, from memory when it can; also that there is none. */
export interface TenantDirectory {
  /** Exact look-up of a verified domain. */
  byHost(host: string): Promise<TenantProfile | undefined>
  byId(tenantId: string): Promise<TenantProfile | undefined>
  /** To be called when an event names the tenant: what is kept of it goes, and every "there is none". */
  drop(tenantId: string): void
  /** Events may have been missed: nothing is believed any more. */
  dropAll(): void
}

export interface TenantLookUp {
  byHost(host: string): Promise<TenantProfile | undefined>
  byId(tenantId: string): Promise<TenantProfile | undefined>
}

/** A safety net under the events: how long memory is believed when none comes. */
const freshMs = 30_000

interface Kept {
  readonly tenant: TenantProfile | undefined
  readonly at: number
}

export function createTenantDirectory(look: TenantLookUp, clock: Clock = systemClock): TenantDirectory {
  const memory = new LRUCache<string, Kept>({ max: 20_000 })
  const underWay = new Map<string, Promise<TenantProfile | undefined>>()
  let generation = 0

  async function load(key: string, ask: () => Promise<TenantProfile | undefined>): Promise<TenantProfile | undefined> {
    const asked = generation
    try {
      const tenant = await ask()
      // An event came while the database was asked: the answer may be older than the event.
      if (asked === generation) memory.set(key, { tenant, at: clock.now().getTime() })
      return tenant
    } catch (error) {
      // While the database is away, what was true last is better than a stranger's page.
      const kept = isDatabaseAway(error) ? memory.get(key) : undefined
      if (!kept) throw error
      return kept.tenant
    }
  }

  function find(key: string, ask: () => Promise<TenantProfile | undefined>): Promise<TenantProfile | undefined> {
    const kept = memory.get(key)
    if (kept && clock.now().getTime() - kept.at < freshMs) return Promise.resolve(kept.tenant)
    const running = underWay.get(key)
    if (running) return running
    const started = load(key, ask).finally(() => {
      if (underWay.get(key) === started) underWay.delete(key)
    })
    underWay.set(key, started)
    return started
  }

  function forget(matches: (tenant: TenantProfile | undefined) => boolean): void {
    generation++
    underWay.clear()
    for (const [key, { tenant }] of memory.entries()) if (matches(tenant)) memory.delete(key)
  }

  return {
    byHost: (host) => find(platformKey("host", host), () => look.byHost(host)),
    byId: (tenantId) => find(platformKey("tenant", tenantId), () => look.byId(tenantId)),
    drop: (tenantId) => forget((tenant) => !tenant || tenant.id === tenantId),
    dropAll: () => forget(() => true),
  }
}
