import { LRUCache } from "lru-cache"
import type { TenantProfile } from "#server/context/tenant-profile.ts"

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
const keptMs = 30_000

export function createTenantDirectory(look: TenantLookUp): TenantDirectory {
  const memory = new LRUCache<string, { readonly tenant: TenantProfile | undefined }>({ max: 20_000, ttl: keptMs })
  const underWay = new Map<string, Promise<TenantProfile | undefined>>()
  let generation = 0

  async function load(key: string, ask: () => Promise<TenantProfile | undefined>): Promise<TenantProfile | undefined> {
    const asked = generation
    const tenant = await ask()
    // An event came while the database was asked: the answer may be older than the event.
    if (asked === generation) memory.set(key, { tenant })
    return tenant
  }

  function find(key: string, ask: () => Promise<TenantProfile | undefined>): Promise<TenantProfile | undefined> {
    const kept = memory.get(key)
    if (kept) return Promise.resolve(kept.tenant)
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
    byHost: (host) => find(`host ${host}`, () => look.byHost(host)),
    byId: (tenantId) => find(`id ${tenantId}`, () => look.byId(tenantId)),
    drop: (tenantId) => forget((tenant) => !tenant || tenant.id === tenantId),
    dropAll: () => forget(() => true),
  }
}
