import type { Reading } from "#server/context/work.ts"

/** How many pieces of a paid order are still to come. */
export async function awaitedPieces({ sql, tenantId }: Reading, orderId: string): Promise<number> {
  const [row] = await sql<{ pieces: number }>`
    select coalesce(sum(r.quantity - r.handed_out), 0)::int as pieces from reservation r
    where r.tenant_id = ${tenantId} and r.order_id = ${orderId} and r.status = 'awaited'`
  return row?.pieces ?? 0
}
