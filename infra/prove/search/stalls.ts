import type { TenantContext } from "#server/context/tenant-context.ts"
import { signUpStaff } from "#server/domain/identity/index.ts"
import { openShop } from "#server/domain/tenants/index.ts"
import { present } from "#server/kernel/assert.ts"
import { publishGoods } from "#tests/support/goods.ts"
import type { SearchHouse } from "./search-house.ts"

export interface Stall {
  readonly ctx: TenantContext
  /** Ids as they are in the catalogue, drafts too. */
  readonly products: { readonly productId: string; readonly variantId: string }[]
}

const places = [
  ["USD", "US", "en"],
  ["EUR", "DE", "de"],
  ["CNY", "CN", "zh"],
] as const

/** Shops of three languages that sell things of the same names. */
export async function openStalls(house: SearchHouse, productsEach: number): Promise<Stall[]> {
  const stalls: Stall[] = []
  for (const [currency, country, language] of places) {
    const slug = `proof-${language}`
    const owner = await signUpStaff(house.platform, { email: `${slug}@mail.test`, name: "Owner", password: "a long password" })
    const terms = { name: slug, slug, currency, country, language, theme: "linen", apexHost: "test" } as const
    const { tenantId } = await openShop(house.platform, owner, terms)
    const stall: Stall = { ctx: await house.shop(tenantId), products: [] }
    for (let n = 0; n < productsEach; n++) await addGoods(stall, `Lamp 灯 ${n}`)
    stalls.push(stall)
  }
  return stalls
}

export async function addGoods({ ctx, products }: Stall, title: string): Promise<void> {
  const { productId, variantIds } = await publishGoods(ctx, { title, onHand: 3 })
  products.push({ productId, variantId: present(variantIds[0], "variant") })
}
