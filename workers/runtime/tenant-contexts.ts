import { LRUCache } from "lru-cache"
import { createTenantContext, type TenantContext, type TenantContextParts } from "#server/context/tenant-context.ts"
import type { TenantProfile } from "#server/context/tenant-profile.ts"
import { seconds } from "#server/kernel/clock.ts"

export type SystemContexts = (tenantId: string) => Promise<TenantContext | undefined>

export interface SystemContextParts extends Pick<TenantContextParts, "tenancy" | "ports" | "clock"> {
  readonly findTenant: (tenantId: string) => Promise<TenantProfile | undefined>
}

/** Jobs act as the system, for one shop. Profiles are kept for a few seconds: a shop that was renamed signs its mails soon enough. */
export function createSystemContexts({ findTenant, ...parts }: SystemContextParts): SystemContexts {
  const profiles = new LRUCache<string, TenantProfile>({ max: 5_000, ttl: seconds(5), fetchMethod: findTenant })
  return async (tenantId) => {
    const tenant = await profiles.fetch(tenantId)
    return tenant && createTenantContext({ ...parts, tenant, actor: { kind: "system" } })
  }
}
