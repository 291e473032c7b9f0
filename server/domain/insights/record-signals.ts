import type { TenantContext } from "#server/context/tenant-context.ts"
import type { Work } from "#server/context/work.ts"
import { after, seconds } from "#server/kernel/clock.ts"
import { newId } from "#server/kernel/ids.ts"
import type { VisitorSignal } from "./signal.ts"

/** A page that is loaded again, or a beacon that is sent twice, tells nothing new. */
const sameAgainMs = seconds(30)

export function recordSignal(ctx: TenantContext, signal: VisitorSignal): Promise<void> {
  return recordSignals(ctx, [signal])
}

/** One insert for all. A signal about a product that this shop does not have is dropped, and so is what was told within half a minute. */
export async function recordSignals(ctx: TenantContext, signals: readonly VisitorSignal[]): Promise<void> {
  if (signals.length === 0) return
  await ctx.transact((work) => insertSignals(work, signals))
}

async function insertSignals({ sql, tenantId, now }: Work, signals: readonly VisitorSignal[]): Promise<void> {
  const told = signals.map(({ visitorId, kind, productId, detail = "" }) => {
    return { id: newId("signal", now.getTime()), visitor: visitorId, kind, product: productId, detail }
  })
  await sql`
    insert into signal (tenant_id, id, visitor_id, kind, product_id, detail, at)
    select ${tenantId}, x.id, x.visitor, x.kind, x.product, x.detail, ${now}::timestamptz
    from (
      select distinct on (visitor, kind, product, detail) * from jsonb_to_recordset(${JSON.stringify(told)}::jsonb)
        as r(id text, visitor text, kind text, product text, detail text) order by visitor, kind, product, detail, id
    ) x
    where (x.product is null or exists (
        select 1 from product p where p.tenant_id = ${tenantId} and p.id = x.product))
      and not exists (
        select 1 from signal s where s.tenant_id = ${tenantId} and s.visitor_id = x.visitor and s.at > ${after(now, -sameAgainMs)}::timestamptz
          and s.kind = x.kind and s.product_id is not distinct from x.product and s.detail = x.detail)`
}
