import type { TenantContext } from "#server/context/tenant-context.ts"

/** Names of what was sent of a payment to the shop's account, and of what came back: how the books call them. */
export async function listSent(ctx: TenantContext, paymentId: string): Promise<string[]> {
  const rows = await ctx.read(
    ({ sql, tenantId }) => sql<{ id: string }>`
      select t.id from transfer t where t.tenant_id = ${tenantId} and t.payment_id = ${paymentId}
      union all
      select v.id from transfer t join transfer_reversal v on v.tenant_id = t.tenant_id and v.transfer_id = t.id
      where t.tenant_id = ${tenantId} and t.payment_id = ${paymentId}`,
  )
  return rows.map(({ id }) => id)
}
