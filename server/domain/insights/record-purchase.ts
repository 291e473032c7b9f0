import { once } from "#server/context/once.ts"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { insertSignals } from "./record-signals.ts"

/** One signal per line of the order. An event that was told before changes nothing. */
export function recordPurchase(ctx: TenantContext, orderId: string, eventId: string): Promise<void> {
  return ctx.transact(async (work) => {
    if (!(await once(work, "insights.record-purchase", eventId))) return
    const order = await work.rows.order.findFirst({
      where: { id: orderId },
      select: { visitorId: true, lines: { select: { productId: true, quantity: true }, orderBy: { position: "asc" } } },
    })
    const { visitorId = "", lines = [] } = order ?? {}
    await insertSignals(
      work,
      lines.map(({ productId, quantity }) => ({ visitorId, kind: "purchase", productId, detail: String(quantity) })),
    )
  })
}
