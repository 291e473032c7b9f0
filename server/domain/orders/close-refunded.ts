import type { TenantContext } from "#server/context/tenant-context.ts"

/**
 * Money went back: an order whose whole payment did is over, any other has something new to show. Idempotent but for the revision.
 */
export async function closeRefunded(ctx: TenantContext, orderId: string): Promise<void> {
  await ctx.transact(
    ({ sql, tenantId }) => sql`
      update "order" o set revision = o.revision + 1,
        status = case when o.status in ('paid', 'shipped') and p.amount_minor = (
          select sum(r.amount_minor) from refund r
          where r.tenant_id = o.tenant_id and r.payment_id = p.id and r.status = 'succeeded'
        ) then 'refunded' else o.status end
      from payment p
      where o.tenant_id = ${tenantId} and o.id = ${orderId} and p.tenant_id = o.tenant_id and p.order_id = o.id`,
  )
}
