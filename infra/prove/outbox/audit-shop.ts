import type { Client } from "pg"

/** All that ever happened at a shop, once more: what was repeated after its run had been looked at shows here. */
export async function auditShop(owner: Client, tenantId: string): Promise<string[]> {
  const { rows } = await owner.query<{ what: string; count: number }>(
    `select 'orders are not counted once as a purchase' as what, count(*)::int as count from "order" o where o.tenant_id = $1
       and 1 <> (select count(*) from signal s where s.tenant_id = $1 and s.visitor_id = o.visitor_id and s.kind = 'purchase')
     union all select 'purchases have no order', count(*)::int from signal s where s.tenant_id = $1 and s.kind = 'purchase'
       and not exists (select from "order" o where o.tenant_id = $1 and o.visitor_id = s.visitor_id)
     union all select 'orders are not told of once', count(*)::int from "order" o where o.tenant_id = $1
       and 1 <> (select count(*) from outbox_event e where e.tenant_id = $1 and e.payload->>'orderId' = o.id)
     union all select 'jobs were done for events that never were', count(*)::int from job_receipt r where r.tenant_id = $1
       and not exists (select from outbox_event e where e.tenant_id = $1 and e.id = r.event_id)
     union all select 'numbers of the log are missing', (max(seq) - count(*))::int from outbox_event where tenant_id = $1`,
    [tenantId],
  )
  return rows.filter(({ count }) => count !== 0).map(({ what, count }) => `${count} ${what}`)
}
