import type { PlatformContext } from "#server/context/platform-context.ts"

export interface AuditEntry {
  readonly id: string
  readonly at: Date
  readonly purpose: string
  /** Who did it, by name where it was an account. */
  readonly actor: string
  readonly shop: string | null
  readonly reason: string
}

/** Uses of the platform's own hand, the latest first. `tenantId`: of one shop alone. */
export function auditTrail(
  platform: PlatformContext,
  { most = 100, tenantId }: { most?: number; tenantId?: string } = {},
): Promise<AuditEntry[]> {
  return platform.read(
    "insights.audit-trail",
    ({ sql }) => sql<AuditEntry>`
      select u.id, u.at, u.purpose, coalesce(a.name, u.actor) as actor, t.name as shop, coalesce(u.detail ->> 'reason', '') as reason
      from platform_audit u
      left join account a on a.id = u.actor
      left join tenant t on t.id = u.tenant_id
      where ${tenantId ?? null}::text is null or u.tenant_id = ${tenantId ?? null}
      order by u.at desc, u.id desc limit ${most}`,
  )
}
