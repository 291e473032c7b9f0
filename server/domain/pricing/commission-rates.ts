import type { PlatformContext } from "#server/context/platform-context.ts"

export interface CommissionRate {
  readonly categoryId: string
  readonly category: string
  /** Basis points; null: what the shop's plan says. */
  readonly commissionBps: number | null
}

/** Every category of a shop, with what was agreed for it. */
export function listCommissionRates(platform: PlatformContext, tenantId: string): Promise<CommissionRate[]> {
  return platform.read(
    "pricing.commission-rates",
    ({ sql }) => sql<CommissionRate>`
      select c.id as "categoryId", c.name as category, o.commission_bps as "commissionBps"
      from category c left join commission_override o on o.tenant_id = c.tenant_id and o.category_id = c.id
      where c.tenant_id = ${tenantId} order by c.position, c.name`,
  )
}
