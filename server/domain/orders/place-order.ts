import type { TenantContext } from "#server/context/tenant-context.ts"
import { forgetOrderedLines } from "#server/domain/carts/index.ts"
import { reserveStock } from "#server/domain/inventory/index.ts"
import { authorizePayment, openPayment } from "#server/domain/payments/index.ts"
import { after, minutes } from "#server/kernel/clock.ts"
import { newId } from "#server/kernel/ids.ts"
import { isGatewayUnavailable } from "#server/ports/payment-gateway.ts"
import { type Basket, priceBasket, readBasket } from "./basket.ts"
import type { OrderRequest, PlacedOrder } from "./order-request.ts"
import { orderOfCart, recordOrder } from "./record-order.ts"

/** How long the goods are held for a payment. */
export const timeToPay = minutes(15)

/**
 * One order per filling of a cart: the second click on Pay answers the first one's order. The goods are held for
 * `timeToPay`. The payment is opened at the provider at once; if that fails, the job will do it.
 * @throws Refusal carts.empty, carts.unknown-variant, pricing.no-shipping, inventory.sold-out
 */
export async function placeOrder(ctx: TenantContext, request: OrderRequest): Promise<PlacedOrder> {
  const basket = await readBasket(ctx, request.cartId)
  const placed = await writeOrder(ctx, request, basket).catch(async (error: unknown) => {
    const earlier = await orderOfCart(ctx, basket.key)
    if (!earlier) throw error
    return earlier
  })
  await Promise.all([
    basket.lines.length > 0 ? forgetOrderedLines(ctx, request.cartId, basket.lines) : undefined,
    authorizeAtOnce(ctx, placed.paymentId),
  ])
  return placed
}

function writeOrder(ctx: TenantContext, request: OrderRequest, basket: Basket): Promise<PlacedOrder> {
  return ctx.transact(async (work) => {
    const { now } = work
    const quote = await priceBasket(work, request, basket.lines)
    const id = newId("order", now.getTime())
    const expiresAt = after(now, timeToPay)
    const payment = openPayment(work, { id, total: quote.total })
    const { minor, currency } = quote.total

    // In this order and in one message. Contended rows last: the goods' first, then the one that hands out numbers to the whole shop.
    await Promise.all([
      payment.written,
      work.emit("order.placed", { orderId: id, paymentId: payment.id, totalMinor: minor.toString(), currency }),
      reserveStock(work, id, quote.lines, expiresAt),
    ])
    const { number, accessToken } = await recordOrder(work, {
      id,
      cartKey: basket.key,
      language: ctx.tenant.language,
      expiresAt,
      request,
      quote,
    })
    return { orderId: id, number, accessToken, paymentId: payment.id }
  })
}

/** The order stands whether or not the provider answers now. */
async function authorizeAtOnce(ctx: TenantContext, paymentId: string): Promise<void> {
  try {
    await authorizePayment(ctx, paymentId)
  } catch (error) {
    if (!isGatewayUnavailable(error)) throw error
  }
}
