import { z } from "zod"
import { addToCart } from "#server/domain/carts/index.ts"
import { cancelOrder, findOrder, placeOrder, refundOrder } from "#server/domain/orders/index.ts"
import { checkPayment } from "#server/domain/payments/index.ts"
import { listShippingMethods } from "#server/domain/pricing/index.ts"
import { present } from "#server/kernel/assert.ts"
import { newId } from "#server/kernel/ids.ts"
import { money } from "#server/kernel/money.ts"
import type { MoneyHouse } from "./money-house.ts"

const ofOrder = z.object({ tenantId: z.string(), orderId: z.string() })
const purchase = z.object({ tenantId: z.string(), cartId: z.string(), variantId: z.string(), quantity: z.number().int() })
const refund = ofOrder.extend({ key: z.string(), minor: z.string().transform(BigInt), currency: z.string() })

/** What shoppers and merchants do, by the product's own use cases. Each may be asked again after a lost answer. */
export const errands = {
  async order(house: MoneyHouse, body: unknown) {
    const { tenantId, cartId, variantId, quantity } = purchase.parse(body)
    const ctx = await house.shop(tenantId)
    if (!(await ctx.ports.carts.find(ctx.asker, cartId))) await addToCart(ctx, cartId, { variantId, quantity })
    const [method] = await listShippingMethods(ctx)
    const address = {
      name: "A",
      line1: "1",
      line2: "",
      city: "C",
      postcode: "1",
      region: "",
      country: ctx.tenant.country,
      phone: "",
    }
    return placeOrder(ctx, {
      ...{ cartId, address, email: "a@mail.test", visitorId: newId("visitor") },
      shippingMethodId: present(method, "shipping method").id,
    })
  },
  async look(house: MoneyHouse, body: unknown) {
    const { tenantId, orderId } = ofOrder.parse(body)
    const ctx = await house.shop(tenantId)
    const order = await findOrder(ctx, orderId, { staff: true })
    const payment = await ctx.read(({ rows }) =>
      rows.payment.findFirst({ where: { orderId }, select: { providerRef: true, clientSecret: true } }),
    )
    return { status: order.status, total: order.total, ...payment }
  },
  async ask(house: MoneyHouse, body: unknown) {
    const { tenantId, orderId } = ofOrder.parse(body)
    await checkPayment(await house.shop(tenantId), orderId)
    return {}
  },
  async cancel(house: MoneyHouse, body: unknown) {
    const { tenantId, orderId } = ofOrder.parse(body)
    await cancelOrder(await house.shop(tenantId), orderId, "shopper")
    return {}
  },
  async refund(house: MoneyHouse, body: unknown) {
    const { tenantId, orderId, key, minor, currency } = refund.parse(body)
    const wish = { key, pieces: [], withShipping: false, amount: money(minor, currency), note: "" }
    return refundOrder(await house.shop(tenantId), orderId, wish)
  },
} as const
