import { LRUCache } from "lru-cache"
import type { TenantProfile } from "#server/context/tenant-profile.ts"

export interface TenantDirectory {
  /** Exact look-up of a verified domain. Answers from memory when it can, also that there is none. */
  find(host: string): Promise<TenantProfile | undefined>
  /** By id: only what a look-up by host has brought into memory. */
  known(tenantId: string): TenantProfile | undefined
  /** To be called when an event names the tenant: everything that is kept of it goes, and every "there is none". */
  drop(tenantId: string): void
}

/** A safety net under the events: how long memory is believed when none comes. */
const keptMs = 30_000

export function createTenantDirectory(look: (host: string) => Promise<TenantProfile | undefined>): TenantDirectory {
  const byHost = new LRUCache<string, { tenant: TenantProfile | undefined }>({ max: 20_000, ttl: keptMs })
  const underWay = new Map<string, Promise<TenantProfile | undefined>>()
  let generation = 0

  async function load(host: string): Promise<TenantProfile | undefined> {
    const asked = generation
    try {
      const tenant = await look(host)
      // An event came while the database was asked: the answer may be older than the event.
      if (asked === generation) byHost.set(host, { tenant })
      return tenant
    } finally {
      underWay.delete(host)
    }
  }

  return {
    async find(host) {
      const kept = byHost.get(host)
      if (kept) return kept.tenant
      const running = underWay.get(host) ?? load(host)
      underWay.set(host, running)
      return running
    },
    known: (tenantId) => [...byHost.values()].find((kept) => kept.tenant?.id === tenantId)?.tenant,
    drop(tenantId) {
      generation++
      underWay.clear()
      for (const [host, kept] of byHost.entries()) if (!kept.tenant || kept.tenant.id === tenantId) byHost.delete(host)
    },
  }
}
