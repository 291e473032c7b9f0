import { once } from "#server/context/once.ts"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { newId } from "#server/kernel/ids.ts"

const stemLength = 14

/** One signal per line of the order. An event that was told before changes nothing. */
export function recordPurchase(ctx: TenantContext, orderId: string, eventId: string): Promise<void> {
  return ctx.transact(async (work) => {
    if (!(await once(work, "insights.record-purchase", eventId))) return
    const { sql, tenantId, now } = work
    const stem = newId("signal", now.getTime()).slice(0, stemLength)
    await sql`
      insert into signal (tenant_id, id, visitor_id, kind, product_id, detail, at)
      select ${tenantId}, ${stem} || left(md5(gen_random_uuid()::text), 16), o.visitor_id, 'purchase', l.product_id, l.quantity::text,
        ${now}::timestamptz
      from "order" o join order_line l on l.tenant_id = o.tenant_id and l.order_id = o.id
      where o.tenant_id = ${tenantId} and o.id = ${orderId}
      order by l.position`
  })
}
