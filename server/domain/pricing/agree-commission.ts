import type { PlatformContext } from "#server/context/platform-context.ts"
import { refuse } from "#server/messages/refusals.ts"

export interface CommissionAgreement {
  readonly categoryId: string
  /** Basis points; undefined: what the shop's plan says. */
  readonly commissionBps?: number | undefined
}

/** Counts for orders from now on. @throws Refusal catalog.category-not-found */
export function agreeCommission(
  platform: PlatformContext,
  tenantId: string,
  { categoryId, commissionBps }: CommissionAgreement,
): Promise<void> {
  return platform.transact(
    "pricing.commission-agreed",
    async ({ sql, emit }) => {
      const [category] = await sql<{ name: string }>`
        select name from category where tenant_id = ${tenantId} and id = ${categoryId}`
      if (!category) refuse("catalog.category-not-found")
      if (commissionBps === undefined)
        await sql`delete from commission_override where tenant_id = ${tenantId} and category_id = ${categoryId}`
      else
        await sql`
          insert into commission_override (tenant_id, category_id, commission_bps)
          values (${tenantId}, ${categoryId}, ${commissionBps}::int)
          on conflict (tenant_id, category_id) do update set commission_bps = excluded.commission_bps`
      await emit(tenantId, "tenant.changed", { tenantId })
    },
    { tenantId, reason: `${categoryId}: ${commissionBps ?? "plan"}` },
  )
}
