import type { TenantContext } from "#server/context/tenant-context.ts"
import { addToCart } from "#server/domain/carts/index.ts"
import { createStockedProduct, stockOf } from "#server/domain/inventory/index.ts"
import { type Address, type OrderRequest, type PlacedOrder, placeOrder } from "#server/domain/orders/index.ts"
import { listShippingMethods } from "#server/domain/pricing/index.ts"
import { present } from "#server/kernel/assert.ts"
import { newId } from "#server/kernel/ids.ts"
import { money } from "#server/kernel/money.ts"
import type { ShopRequest } from "#server/domain/tenants/index.ts"
import type { CartLine } from "#server/ports/cart-store.ts"
import { createDatabase } from "./database.ts"
import { buildWorld, type World } from "./world.ts"

/** A shop with goods for sale on a database of its own, and shoppers who know how to buy. */
export interface Stall extends World {
  readonly ctx: TenantContext
  /** A published product with one variant; answers the variant's id. */
  sell(wish?: { readonly onHand?: number; readonly priceMinor?: bigint }): Promise<string>
  /** A cart of those lines, ready to be ordered. */
  fillCart(lines: readonly CartLine[], wish?: Partial<OrderRequest>): Promise<OrderRequest>
  buy(lines: readonly CartLine[]): Promise<PlacedOrder>
  stock(variantId: string): Promise<{ onHand: number; reserved: number; free: number; revision: number }>
}

export async function openStall(wish: Partial<ShopRequest> = {}): Promise<Stall> {
  const database = await createDatabase()
  const world = buildWorld(database)
  const ctx = await world.openTestShop(wish)
  const [method] = await listShippingMethods(ctx)
  const shippingMethodId = present(method, "shipping method").id
  const address = { ...home, country: ctx.tenant.country }

  const fillCart: Stall["fillCart"] = async (lines, request = {}) => {
    const cartId = newId("cart")
    for (const line of lines) await addToCart(ctx, cartId, line)
    return { cartId, email: "shopper@mail.test", address, shippingMethodId, visitorId: newId("visitor"), ...request }
  }
  return {
    ...world,
    ctx,
    fillCart,
    sell: ({ onHand = 10, priceMinor = 1_000n } = {}) => publish(ctx, onHand, priceMinor),
    buy: async (lines) => placeOrder(ctx, await fillCart(lines)),
    stock: async (variantId) => present((await ctx.read((reading) => stockOf(reading, [variantId]))).get(variantId), "stock"),
    async close() {
      await world.close()
      await database.drop()
    },
  }
}

export const home: Address = {
  name: "Ada",
  line1: "1 Main St",
  line2: "",
  city: "Springfield",
  postcode: "12345",
  region: "",
  country: "US",
  phone: "",
}

async function publish(ctx: TenantContext, onHand: number, priceMinor: bigint): Promise<string> {
  const price = money(priceMinor, ctx.tenant.currency)
  const draft = { title: "Thing", description: "", vendor: "", categoryId: null, newCategory: null, options: [] }
  const { productId, variants } = await createStockedProduct(ctx, {
    ...draft,
    variants: [{ choices: [], sku: newId("variant"), price, onHand }],
  })
  const data = { status: "published", publishedAt: ctx.clock.now() }
  await ctx.transact(({ rows }) => rows.product.updateMany({ where: { id: productId }, data }))
  return present(variants[0], "variant").id
}
