import type { Network } from "#infra/prove/fleet/network.ts"
import type { Randomness } from "#infra/prove/isolation/randomness.ts"
import type { Subscription } from "#server/messages/live.ts"
import { openPage, type Page } from "./page.ts"
import type { Street } from "./streets.ts"
import type { Truth } from "./truth.ts"
import { mark } from "./writer.ts"

/** The pages behind one network. */
export interface Group {
  readonly street: Street
  readonly network: Network
  readonly pages: readonly Page[]
}

export interface GroupWish {
  readonly name: string
  readonly street: Street
  readonly network: Network
  readonly visitors: readonly string[]
  readonly chance: Randomness
  readonly truth: Truth
}

/** All of one shop: shoppers on product pages, some waiting for their order, some of the staff; every fifth browser can only poll. */
export function openGroup({ name, street, network, visitors, chance, truth }: GroupWish): Group {
  const { ctx, host, products, order, staffCookie } = street
  const ids = new Set([
    "mine",
    order.id,
    ctx.tenant.id,
    ...products.flatMap(({ productId, variantId }) => [productId, variantId]),
  ])
  const isOurs = (id: string) => ids.has(id) || id.startsWith(mark)
  const pages = visitors.map((visitorId, index) => {
    const isStaff = index % 8 === 7
    const product = chance.pick(products)
    const shopper: Subscription[] = [{ topic: "shop" }, { topic: "product", id: product.productId }, { topic: "cart" }]
    const waiting: Subscription[] = index % 3 === 0 ? [{ topic: "order", id: order.id, token: order.token }] : []
    return openPage({
      ...{ name: `${name}.${index}`, port: network.port, tenantId: ctx.tenant.id, visitorId, isOurs },
      host: isStaff ? "console.test" : host,
      cookie: isStaff ? staffCookie : `__Host-visitor=${visitorId}`,
      transports: index % 5 === 4 ? ["polling"] : ["websocket", "polling"],
      since: chance.chance(0.5) ? truth.head(ctx.tenant.id) : undefined,
      subscriptions: isStaff ? [{ topic: "console", id: ctx.tenant.id }] : [...shopper, ...waiting],
    })
  })
  return { street, network, pages }
}
