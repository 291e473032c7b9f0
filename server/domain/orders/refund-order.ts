import type { TenantContext } from "#server/context/tenant-context.ts"
import type { Work } from "#server/context/work.ts"
import { returnStock } from "#server/domain/inventory/index.ts"
import { type OpenedRefund, openRefund } from "#server/domain/payments/index.ts"
import { newId } from "#server/kernel/ids.ts"
import type { Money } from "#server/kernel/money.ts"
import { refuse } from "#server/messages/refusals.ts"
import { lockSoldOrder, type LockedLine } from "./lock-sold-order.ts"
import { refundWorth } from "./refund-worth.ts"

export interface RefundRequest {
  /** The form's own name: sent twice it is one refund. */
  readonly key: string
  readonly pieces: readonly ReturnedPieces[]
  readonly withShipping: boolean
  /** Instead of what the pieces and the shipping were worth. */
  readonly amount?: Money
  readonly note: string
}

export interface ReturnedPieces {
  readonly lineId: string
  readonly quantity: number
  /** They are back on the shelf and can be sold again. */
  readonly restock: boolean
}

/**
 * Gives money back for a paid order: for pieces, for the shipping, or a sum of one's own. A job makes the call to the provider; what
 * is set aside here cannot be given back twice.
 * @throws Refusal orders.not-found, orders.wrong-state, orders.refund-pieces, payments.not-refundable, payments.refund-currency,
 * payments.refund-too-much
 */
export function refundOrder(ctx: TenantContext, orderId: string, request: RefundRequest): Promise<OpenedRefund> {
  return ctx.transact(async (work) => {
    const order = await lockSoldOrder(work, orderId)
    const earlier = await work.rows.refund.findFirst({ where: { wishKey: request.key }, select: { id: true } })
    if (earlier) return { refundId: earlier.id, isNew: false }
    if (order.status !== "paid" && order.status !== "shipped") return refuse("orders.wrong-state", { status: order.status })
    const chosen = chosenPieces(order.lines, request.pieces)
    const withShipping = request.withShipping && !order.isShippingRefunded
    const worth = refundWorth(order, { pieces: chosen.map(({ quantity }) => quantity), withShipping })
    const { key, note, amount = worth } = request
    const opened = await openRefund(work, { key, orderId, amount, reason: "merchant", note, withShipping })
    await noteLines(
      work,
      opened.refundId,
      chosen.filter(({ quantity }) => quantity > 0),
    )
    await returnStock(
      work,
      orderId,
      chosen.filter(({ quantity }) => quantity > 0),
    )
    return opened
  })
}

interface ChosenPieces extends ReturnedPieces {
  readonly variantId: string
}

/** One per line of the order, in its order. */
function chosenPieces(lines: readonly LockedLine[], wanted: readonly ReturnedPieces[]): ChosenPieces[] {
  return lines.map(({ id, variantId, quantity, refundedQuantity }) => {
    const chosen = wanted.find(({ lineId }) => lineId === id) ?? { lineId: id, quantity: 0, restock: false }
    const rest = quantity - refundedQuantity
    if (chosen.quantity < 0 || chosen.quantity > rest) refuse("orders.refund-pieces", { rest })
    return { ...chosen, variantId }
  })
}

async function noteLines({ sql, tenantId, now }: Work, refundId: string, chosen: readonly ChosenPieces[]): Promise<void> {
  if (chosen.length === 0) return
  await sql`
    with noted as (
      insert into refund_line (tenant_id, id, refund_id, order_line_id, quantity, restocked_at)
      select ${tenantId}, c.id, ${refundId}, c.line_id, c.quantity, case when c.restock then ${now}::timestamptz end
      from unnest(${chosen.map(() => newId("refundLine", now.getTime()))}::text[], ${chosen.map(({ lineId }) => lineId)}::text[],
        ${chosen.map(({ quantity }) => quantity)}::int[], ${chosen.map(({ restock }) => restock)}::bool[]) as c(id, line_id, quantity, restock)
      returning order_line_id, quantity
    )
    update order_line l set refunded_quantity = l.refunded_quantity + n.quantity from noted n
    where l.tenant_id = ${tenantId} and l.id = n.order_line_id`
}
