import type { TenantContext } from "#server/context/tenant-context.ts"

export interface PostedOrder {
  /** What the posting tells of: a payment or a refund. */
  readonly reference: string
  readonly orderId: string
  readonly number: number
}

/** Which orders these payments and refunds belong to; unknown ones are left out. One statement. */
export function ordersOfPostings(ctx: TenantContext, references: readonly string[]): Promise<PostedOrder[]> {
  const wanted = [...references]
  return ctx.read(
    ({ sql, tenantId }) => sql<PostedOrder>`
      select s.reference, o.id as "orderId", o.number
      from (
        select id as reference, order_id from payment where tenant_id = ${tenantId} and id = any(${wanted}::text[])
        union all
        select id, order_id from refund where tenant_id = ${tenantId} and id = any(${wanted}::text[])
      ) s join "order" o on o.tenant_id = ${tenantId} and o.id = s.order_id`,
  )
}
