import type { TenantContext } from "#server/context/tenant-context.ts"

export interface PostedOrder {
  /** What the posting tells of: a payment, a refund, a transfer or a reversal. */
  readonly reference: string
  readonly orderId: string
  readonly number: number
}

/** Which orders these payments, refunds, transfers and reversals belong to; unknown ones are left out. One statement. */
export function ordersOfPostings(ctx: TenantContext, references: readonly string[]): Promise<PostedOrder[]> {
  const wanted = [...references]
  return ctx.read(
    ({ sql, tenantId }) => sql<PostedOrder>`
      select s.reference, o.id as "orderId", o.number
      from (
        select id as reference, order_id from payment where tenant_id = ${tenantId} and id = any(${wanted}::text[])
        union all
        select id, order_id from refund where tenant_id = ${tenantId} and id = any(${wanted}::text[])
        union all
        select t.id, p.order_id from transfer t join payment p on p.tenant_id = t.tenant_id and p.id = t.payment_id
          where t.tenant_id = ${tenantId} and t.id = any(${wanted}::text[])
        union all
        select v.id, p.order_id from transfer_reversal v
          join transfer t on t.tenant_id = v.tenant_id and t.id = v.transfer_id
          join payment p on p.tenant_id = t.tenant_id and p.id = t.payment_id
          where v.tenant_id = ${tenantId} and v.id = any(${wanted}::text[])
      ) s join "order" o on o.tenant_id = ${tenantId} and o.id = s.order_id`,
  )
}
