import { staffSessions } from "#server/domain/identity/index.ts"
import { addToCart } from "#server/domain/carts/index.ts"
import { placeOrder } from "#server/domain/orders/index.ts"
import { listShippingMethods } from "#server/domain/pricing/index.ts"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { present } from "#server/kernel/assert.ts"
import { newId } from "#server/kernel/ids.ts"
import { publishGoods } from "#tests/support/goods.ts"
import { home } from "#tests/support/stall.ts"
import type { World } from "#tests/support/world.ts"

/** A shop with goods, an order, and somebody at its console. */
export interface Street {
  readonly ctx: TenantContext
  readonly host: string
  readonly products: readonly { readonly productId: string; readonly variantId: string }[]
  readonly order: { readonly id: string; readonly token: string; readonly paymentId: string }
  readonly staffCookie: string
}

export async function openStreets(world: World, count: number): Promise<Street[]> {
  const streets: Street[] = []
  for (let nth = 0; nth < count; nth++) streets.push(await openStreet(world, `street-${nth}`))
  return streets
}

async function openStreet(world: World, slug: string): Promise<Street> {
  const ctx = await world.openTestShop({ slug })
  const products = []
  for (const title of ["Mug", "Bowl", "Plate"]) {
    const { productId, variantIds } = await publishGoods(ctx, { title, onHand: 1_000 })
    products.push({ productId, variantId: present(variantIds[0], "variant") })
  }
  const cartId = newId("cart")
  await addToCart(ctx, cartId, { variantId: present(products[0], "product").variantId, quantity: 1 })
  const shippingMethodId = present((await listShippingMethods(ctx))[0], "shipping method").id
  const order = await placeOrder(ctx, {
    cartId,
    email: "a@mail.test",
    address: home,
    shippingMethodId,
    visitorId: newId("visitor"),
  })
  const [owner] = await world.platform.read("test.look", ({ rows }) =>
    rows.account.findMany({ where: { email: `owner@${slug}.test` } }),
  )
  const { token } = await staffSessions(world.platform, "console").open(present(owner, "owner").id)
  return {
    ...{ ctx, host: `${slug}.test`, products, staffCookie: `__Host-staff=${token}` },
    order: { id: order.orderId, token: order.accessToken, paymentId: order.paymentId },
  }
}
