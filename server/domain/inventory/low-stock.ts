import { type Fragment, fragment } from "#server/context/fragment.ts"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { stockShown } from "#server/domain/catalog/index.ts"
import { defaultLowAt } from "./pieces.ts"

/** Of what shoppers can see, variant `v` of product `p` with stock `s` as `stockShown` joins it: so few that its merchant wants to know. */
export const runsLow = (tenantId: string): Fragment => fragment`
  p.status = 'published' and not s.is_bundle
  and s.free <= coalesce(s.low_at, (select g.low_at from stock_setting g where g.tenant_id = ${tenantId}), ${defaultLowAt}::int)`

/** How many variants run low. One statement. */
export async function countLowStock(ctx: TenantContext): Promise<number> {
  const [row] = await ctx.read(
    ({ sql, tenantId }) => sql<{ low: number }>`
      select count(*)::int as low
      from variant v join product p on p.tenant_id = v.tenant_id and p.id = v.product_id ${stockShown}
      where v.tenant_id = ${tenantId} and s.revision is not null and ${runsLow(tenantId)}`,
  )
  return row?.low ?? 0
}
