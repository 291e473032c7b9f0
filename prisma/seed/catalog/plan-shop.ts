import { firstLocationName } from "#server/domain/tenants/first-location.ts"
import { present } from "#server/kernel/assert.ts"
import { days } from "#server/kernel/clock.ts"
import { parseDecimal } from "#server/kernel/money.ts"
import { type Dice, dice } from "#prisma/seed/dice.ts"
import type { ProductSource, ShopSource } from "#prisma/seed/shops/sources.ts"
import type { PlannedPicture, PlannedProduct, PlannedShop, PlannedVariant } from "./plan.ts"

/** Goods have ids of a fixed day, so that a seed number names the same pictures whenever it is sown. */
const firstDay = Date.UTC(2025, 0, 6)

export function planShop(source: ShopSource, seedNumber: number, now: number, apexHost: string): PlannedShop {
  const luck = dice(seedNumber, `${source.slug}/goods`)
  const tenantId = luck.id("tenant", firstDay)
  const categories = source.categories.map((category) => ({ id: luck.id("category", firstDay), ...category }))
  const openedAt = now - days(372)
  const base = { source, tenantId, host: `${source.slug}.${apexHost}`, openedAt, categories }
  const inPriceOrder = source.products.map(({ price }) => minor(price, source)).sort((a, b) => (a < b ? -1 : 1))
  const products = source.products.map((product, place) => {
    const category = present(
      categories.find(({ slug }) => slug === product.category),
      `category of ${product.slug}`,
    )
    const rank = inPriceOrder.indexOf(minor(product.price, source)) / inPriceOrder.length
    return planProduct(source, product, place, category, now, rank, luck)
  })
  return { ...base, products, locations: planLocations(source, seedNumber) }
}

function planLocations({ slug, language, annex }: ShopSource, seedNumber: number): PlannedShop["locations"] {
  const luck = dice(seedNumber, `${slug}/locations`)
  const names = [firstLocationName(language), ...(annex === undefined ? [] : [annex])]
  return names.map((name) => ({ id: luck.id("location", firstDay), name }))
}

function planProduct(
  shop: ShopSource,
  source: ProductSource,
  place: number,
  category: { readonly id: string; readonly name: string },
  now: number,
  rank: number,
  luck: Dice,
): PlannedProduct {
  const id = luck.id("product", firstDay + place)
  const pull = source.pull ?? 10
  // What draws most has been there longest; a few things came this week.
  const ageDays = pull > 20 ? luck.between(250, 360) : place % 11 === 3 ? luck.between(1, 12) : luck.between(14, 350)
  const wished = now - days(ageDays) - luck.between(0, 86_000_000)
  return {
    id,
    source,
    categoryId: category.id,
    categoryName: category.name,
    options: [source.colours, source.sizes].flatMap((option) =>
      option ? [{ name: option[0], values: Object.keys(option[1]) }] : [],
    ),
    variants: planVariants(shop, source, place, luck),
    pictures: planPictures(shop, source, luck),
    pull,
    publishedAt: source.draft ? undefined : wished,
    band: rank < 0.35 ? 0 : rank < 0.72 ? 1 : 2,
  }
}

function planVariants(shop: ShopSource, source: ProductSource, place: number, luck: Dice): PlannedVariant[] {
  const colours = source.colours ? Object.keys(source.colours[1]) : [undefined]
  const sizes = source.sizes ? Object.entries(source.sizes[1]) : [undefined]
  const article = `${shop.skuPrefix}-${String(place + 101)}`
  return colours.flatMap((colour, colourPlace) =>
    sizes.map((size, sizePlace) => {
      const suffix = `${colour === undefined ? "" : String.fromCharCode(65 + colourPlace)}${size === undefined ? "" : sizePlace + 1}`
      return {
        id: luck.id("variant", firstDay + place),
        sku: suffix === "" ? article : `${article}-${suffix}`,
        choices: [colour, size?.[0]].filter((choice) => choice !== undefined),
        priceMinor: minor(source.price, shop) + (size ? minor(size[1], shop) : 0n),
      }
    }),
  )
}

/** The whole thing, another colour where there is one, a look from near; the slow movers make do with one. */
function planPictures(shop: ShopSource, source: ProductSource, luck: Dice): PlannedPicture[] {
  const [first, second] = source.colours ? Object.entries(source.colours[1]) : [["", source.tone ?? "chalk"] as const]
  const variation = `${shop.slug}/${source.slug}`
  const words = (text: string, choice: string) => text.replace("{title}", source.title).replace("{choice}", choice)
  const pictures: PlannedPicture[] = []
  const show = (tone: PlannedPicture["tone"], view: PlannedPicture["view"], alt: string) =>
    pictures.push({ id: luck.id("picture", firstDay + pictures.length), tone, view, alt, variation })
  if (first) show(first[1], "whole", words(shop.pictureAlt.whole, first[0]))
  const pull = source.pull ?? 10
  if (second && pull >= 10) show(second[1], "whole", words(shop.pictureAlt.inColour, second[0]))
  if (first && (second ? pull > 30 : pull > 11)) show(first[1], "close", words(shop.pictureAlt.close, first[0]))
  return pictures
}

function minor(price: string, shop: ShopSource): bigint {
  return present(parseDecimal(price, shop.currency), `price ${price} in ${shop.currency}`).minor
}
