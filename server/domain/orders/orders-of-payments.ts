import type { TenantContext } from "#server/context/tenant-context.ts"

export interface PaidOrder {
  readonly paymentId: string
  readonly orderId: string
  readonly number: number
}

/** Which orders these payments are for; unknown ones are left out. One statement. */
export function ordersOfPayments(ctx: TenantContext, paymentIds: readonly string[]): Promise<PaidOrder[]> {
  return ctx.read(
    ({ sql, tenantId }) => sql<PaidOrder>`
      select p.id as "paymentId", o.id as "orderId", o.number
      from payment p join "order" o on o.tenant_id = p.tenant_id and o.id = p.order_id
      where p.tenant_id = ${tenantId} and p.id = any(${[...paymentIds]}::text[])`,
  )
}
