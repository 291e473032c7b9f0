import type { PlatformContext } from "#server/context/platform-context.ts"
import type { AlertKind } from "#server/messages/pulse.ts"

export interface Alert {
  readonly id: string
  readonly kind: AlertKind
  readonly tenantId: string
  /** Null: it is about what belongs to no shop. */
  readonly shop: string | null
  readonly firedAt: Date
  /** In the rule's unit: as it stands, or stood at last; the worst; and where the rule drew the line. */
  readonly value: number
  readonly worst: number
  readonly limit: number
  readonly clearedAt: Date | null
  readonly ackedAt: Date | null
  /** By name. */
  readonly ackedBy: string | null
  readonly note: string
}

/** Those that are on first, the latest first; then those that are over. `tenantId`: of one shop alone. */
export function listAlerts(
  platform: PlatformContext,
  { tenantId, most = 50 }: { readonly tenantId?: string; readonly most?: number } = {},
): Promise<Alert[]> {
  return platform.read(
    "insights.list-alerts",
    ({ sql }) => sql<Alert>`
      select l.id, l.kind, l.tenant_id as "tenantId", t.name as shop, l.fired_at as "firedAt", l.value, l.worst, l."limit",
        l.cleared_at as "clearedAt", l.acked_at as "ackedAt", a.name as "ackedBy", l.note
      from alert l
      left join tenant t on t.id = l.tenant_id
      left join account a on a.id = l.acked_by
      where ${tenantId ?? null}::text is null or l.tenant_id = ${tenantId ?? null}
      order by l.cleared_at is not null, l.fired_at desc, l.id desc limit ${most}`,
  )
}

/** Only what is on, and whether somebody has said that they know. */
export function openAlerts(
  platform: PlatformContext,
): Promise<{ readonly id: string; readonly tenantId: string; readonly acknowledged: boolean }[]> {
  return platform.read(
    "insights.open-alerts",
    ({ sql }) => sql<{ id: string; tenantId: string; acknowledged: boolean }>`
      select id, tenant_id as "tenantId", acked_at is not null as acknowledged from alert where cleared_at is null`,
  )
}
