import {
  createStockedProduct,
  defineBundle,
  listLocations,
  openLocation,
  setBackorderLimit,
} from "#server/domain/inventory/index.ts"
import { listShippingMethods } from "#server/domain/pricing/index.ts"
import { signUpStaff } from "#server/domain/identity/index.ts"
import { openShop } from "#server/domain/tenants/index.ts"
import { present } from "#server/kernel/assert.ts"
import { newId } from "#server/kernel/ids.ts"
import { draftOf } from "#tests/support/goods.ts"
import type { Plan } from "./plan.ts"
import type { Stage } from "./stage.ts"

/** A shop of its own for one run, filled as its plan says. */
export interface Scene {
  readonly tenantId: string
  /** By place: goods, then bundles. */
  readonly variantIds: readonly string[]
  readonly main: string
  readonly annex: string
  readonly shippingMethodId: string
}

export async function setScene(stage: Stage, { goods, bundles }: Plan, slug: string): Promise<Scene> {
  const owner = await signUpStaff(stage.platform, { email: `owner@${slug}.test`, name: "Owner", password: "a long password" })
  const terms = { currency: "USD", language: "en", country: "US", theme: "linen", apexHost: "test" } as const
  const { tenantId } = await openShop(stage.platform, owner, { ...terms, slug, name: slug })
  const ctx = await stage.shop(tenantId)
  const { locationId: annex } = await openLocation(ctx, "Annex")
  const main = present((await listLocations(ctx))[0], "location").id
  const values = [...goods, ...bundles].map((_, place) => `thing ${place}`)
  const draft = draftOf("USD", { title: "Things", options: [{ name: "Kind", values }] })
  const variants = draft.variants.map((variant, place) => ({
    ...variant,
    sku: newId("variant"),
    onHand: goods[place]?.onHand ?? 0,
  }))
  const product = await createStockedProduct(ctx, { ...draft, variants })
  const idOf = (place: number) => present(product.variants.find(({ choices }) => choices[0] === values[place])?.id, "variant")
  const published = { status: "published", publishedAt: stage.clock.now() }
  await ctx.transact(({ rows }) => rows.product.updateMany({ where: { id: product.productId }, data: published }))
  for (const [place, { backorder }] of goods.entries()) if (backorder > 0) await setBackorderLimit(ctx, idOf(place), backorder)
  for (const [place, { parts }] of bundles.entries())
    await defineBundle(
      ctx,
      idOf(goods.length + place),
      parts.map(({ thing, quantity }) => ({ componentId: idOf(thing), quantity })),
    )
  const shippingMethodId = present((await listShippingMethods(ctx))[0], "shipping method").id
  return { tenantId, variantIds: values.map((_, place) => idOf(place)), main, annex, shippingMethodId }
}
