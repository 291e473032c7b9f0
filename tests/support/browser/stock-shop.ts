import { signUpStaff } from "#server/domain/identity/index.ts"
import { findTenantById, openShop } from "#server/domain/tenants/index.ts"
import { present } from "#server/kernel/assert.ts"
import { type Goods, type GoodsWish, publishGoods } from "#tests/support/goods.ts"
import type { World } from "#tests/support/world.ts"

export interface StockedShop {
  readonly tenantId: string
  readonly slug: string
  readonly owner: string
  readonly goods: Goods
  readonly shippingMethodId: string
}

/** A shop at `<slug>.localhost` with one product, made by the business itself and not through pages. */
export async function stockShop(world: World, slug: string, name: string, wish: GoodsWish = {}): Promise<StockedShop> {
  const owner = `owner@${slug}.example`
  const account = await signUpStaff(world.platform, { email: owner, name: "Owner", password: "a long password" })
  const opening = { slug, name, currency: "USD", language: "en", country: "US", theme: "linen", apexHost: "localhost" } as const
  const { tenantId } = await openShop(world.platform, account, opening)
  const ctx = world.shop(present(await findTenantById(world.platform, tenantId), "tenant"))
  const goods = await publishGoods(ctx, wish)
  const method = await ctx.read(({ rows }) =>
    rows.shippingMethod.findFirst({ select: { id: true }, orderBy: { position: "asc" } }),
  )
  return { tenantId, slug, owner, goods, shippingMethodId: present(method, "shipping method").id }
}

export const addressForm = {
  "address.country": "US",
  "address.name": "Hal Hostile",
  "address.line1": "1 Back Alley",
  "address.postcode": "97209",
  "address.city": "Portland",
  "address.region": "OR",
} as const
