import type { Work } from "#server/context/work.ts"
import { sourcesOf } from "./payment-states.ts"

/**
 * The order was cancelled: the shopper can no longer pay. The provider is told by the job; until then money may still come.
 * Answers false when it has come already.
 */
export async function giveUpPayment(work: Work, orderId: string): Promise<boolean> {
  const { tenantId } = work
  const given = await work.sql<{ id: string }>`
    update payment set status = 'cancelled', revision = revision + 1
    where tenant_id = ${tenantId} and order_id = ${orderId} and status = any (${sourcesOf("cancelled")}::text[])
    returning id`
  if (given.length > 0) return true
  return (await work.rows.payment.count({ where: { orderId, status: "settled" } })) === 0
}
