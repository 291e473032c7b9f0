import type { Work } from "#server/context/work.ts"
import { sourcesOf } from "./payment-states.ts"

/**
 * The order was cancelled: the shopper can no longer pay. The provider is told by the job; until then money may still come.
 * Answers false when it has come already.
 */
export async function giveUpPayment(work: Work, orderId: string): Promise<boolean> {
  return (await giveUpPayments(work, [orderId])).length > 0
}

/** As `giveUpPayment` for several orders at once: answers those whose money has not come. */
export async function giveUpPayments(work: Work, orderIds: readonly string[]): Promise<string[]> {
  const { sql, tenantId } = work
  const given = await sql<{ orderId: string }>`
    update payment p set status = 'cancelled', revision = p.revision + 1
    where p.tenant_id = ${tenantId} and p.order_id = any(${[...orderIds]}::text[]) and p.status = any (${sourcesOf("cancelled")}::text[])
    returning p.order_id as "orderId"`
  const found = new Set(given.map(({ orderId }) => orderId))
  const others = orderIds.filter((orderId) => !found.has(orderId))
  return [...found, ...(others.length > 0 ? await unpaidAmong(work, others) : [])]
}

/** In a statement of its own: the one before may have waited for somebody who settled. */
async function unpaidAmong({ sql, tenantId }: Work, orderIds: readonly string[]): Promise<string[]> {
  const settled = await sql<{ orderId: string }>`
    select p.order_id as "orderId" from payment p
    where p.tenant_id = ${tenantId} and p.order_id = any(${[...orderIds]}::text[]) and p.status = 'settled'`
  const paid = new Set(settled.map(({ orderId }) => orderId))
  return orderIds.filter((orderId) => !paid.has(orderId))
}
