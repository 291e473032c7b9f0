import type { Reading } from "#server/context/work.ts"
import { money } from "#server/kernel/money.ts"
import { type OrderStatus, orderStatusOf } from "./order-states.ts"
import type { OrderRow } from "./order-view.ts"

export interface OrderSelection {
  readonly status?: OrderStatus | undefined
  readonly customerId?: string | undefined
  readonly most: number
  readonly skip: number
}

type Row = Omit<OrderRow, "status" | "total"> & {
  readonly status: string
  readonly totalMinor: bigint
  readonly currency: string
  readonly found: number
}

export async function selectOrderRows(
  { sql, tenantId }: Reading,
  selection: OrderSelection,
): Promise<{ orders: OrderRow[]; total: number }> {
  const { status = null, customerId = null, most, skip } = selection
  const rows = await sql<Row>`
    select o.id, o.number, o.status, o.cancel_reason as "cancelReason", o.placed_at as "placedAt", o.email,
      o.address ->> 'name' as name, o.total_minor as "totalMinor", trim(o.currency) as currency, o.access_token as "accessToken",
      o.revision, (count(*) over ())::int as found,
      (select coalesce(sum(l.quantity), 0)::int from order_line l where l.tenant_id = o.tenant_id and l.order_id = o.id) as count
    from "order" o
    where o.tenant_id = ${tenantId}
      and (${status}::text is null or o.status = ${status}) and (${customerId}::text is null or o.customer_id = ${customerId})
    order by o.placed_at desc, o.id desc limit ${most} offset ${skip}`
  const orders = rows.map(({ found: _, totalMinor, currency, status: text, ...row }) => ({
    ...row,
    status: orderStatusOf(text),
    total: money(totalMinor, currency),
  }))
  return { orders, total: rows[0]?.found ?? 0 }
}
