import type { Reading } from "#server/context/work.ts"
import type { Account } from "./posting.ts"
import { postingKinds } from "./posting.ts"

/**
 * What one account holds of one sale: of its payment, refunds and fees together. Positive: the shop is owed.
 * Whoever acts on it holds the payment's row.
 */
export async function saleBalance({ sql, tenantId }: Pick<Reading, "sql" | "tenantId">, paymentId: string, account: Account) {
  const [row] = await sql<{ minor: bigint }>`
    select coalesce(-sum(e.amount_minor), 0)::bigint as minor
    from posting p join entry e on e.tenant_id = p.tenant_id and e.posting_id = p.id
    where p.tenant_id = ${tenantId} and e.account = ${account} and p.kind = any(${postingKinds}::text[]) and p.reference = any(array(
      select ${paymentId}::text
      union all select r.id from refund r where r.tenant_id = ${tenantId} and r.payment_id = ${paymentId}
      union all select f.id from transfer f where f.tenant_id = ${tenantId} and f.payment_id = ${paymentId}
      union all select v.id from transfer f join transfer_reversal v on v.tenant_id = f.tenant_id and v.transfer_id = f.id
        where f.tenant_id = ${tenantId} and f.payment_id = ${paymentId}
      union all select t.id from provider_transaction t
        where t.tenant_id = ${tenantId} and t.subject_id = ${paymentId} and t.kind = 'charge'
    ))`
  return row?.minor ?? 0n
}
