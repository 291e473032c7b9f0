import type { TenantContext } from "#server/context/tenant-context.ts"
import { forgetOrderedLines } from "#server/domain/carts/index.ts"
import { placeWithStock, type StockTaking } from "#server/domain/inventory/index.ts"
import { authorizePayment, openPayment } from "#server/domain/payments/index.ts"
import { after, minutes } from "#server/kernel/clock.ts"
import { newId } from "#server/kernel/ids.ts"
import { roundKey } from "#server/kernel/tenant-keys.ts"
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
  const click = () => placeOnce(ctx, request, basket)
  const placed = await ctx.ports.rounds.share(roundKey(ctx.tenant.id, basket.key), click)
  await Promise.all([
    basket.lines.length > 0 ? forgetOrderedLines(ctx, request.cartId, basket.lines) : undefined,
    authorizeAtOnce(ctx, placed.paymentId),
  ])
  return placed
}

/** Two clicks at two processes meet at the order's own constraint: one of them is undone, and answers the other's order. */
async function placeOnce(ctx: TenantContext, request: OrderRequest, basket: Basket): Promise<PlacedOrder> {
  const wish = { reference: basket.key, demands: basket.lines }
  try {
    return await placeWithStock(ctx, wish, (stock) => writeOrder(ctx, request, basket, stock))
  } catch (error) {
    const earlier = await orderOfCart(ctx, basket.key)
    if (!earlier) throw error
    return earlier
  }
}

function writeOrder(ctx: TenantContext, request: OrderRequest, basket: Basket, stock: StockTaking): Promise<PlacedOrder> {
  return ctx.transact(async (work) => {
    const { now } = work
    const quote = await priceBasket(work, request, basket.lines)
    const id = newId("order", now.getTime())
    const expiresAt = after(now, timeToPay)
    const payment = openPayment(work, { id, total: quote.total })
    const { minor, currency } = quote.total

    // Two messages, and contended rows last: the goods' first, then the one that hands out numbers to the whole shop.
    const [goods] = await Promise.all([stock.take(work, id, expiresAt), payment.written])
    const order = { id, cartKey: basket.key, language: ctx.tenant.language, expiresAt, request, quote }
    const [, { number, accessToken }] = await Promise.all([
      goods.write(),
      recordOrder(work, order),
      work.emit("order.placed", { orderId: id, paymentId: payment.id, totalMinor: minor.toString(), currency }),
    ])
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
