import { days } from "#server/kernel/clock.ts"
import type { Tables } from "#prisma/seed/tables.ts"
import { canvas } from "#prisma/seed/pictures/canvas.ts"
import type { PlannedProduct, PlannedShop } from "./plan.ts"
import { dice } from "#prisma/seed/dice.ts"

export function catalogRows(tables: Tables, shop: PlannedShop, seedNumber: number, now: number): void {
  const { tenantId } = shop
  shop.categories.forEach(({ id, slug, name }, position) => {
    tables.category.push({ tenant_id: tenantId, id, slug, name, position })
  })
  const luck = dice(seedNumber, `${shop.source.slug}/options`)
  for (const product of shop.products) {
    tables.product.push(productRow(shop, product, now))
    product.options.forEach(({ name, values }, position) => {
      const id = luck.id("option", shop.openedAt)
      tables.product_option.push({ tenant_id: tenantId, id, product_id: product.id, name, values, position })
    })
    product.variants.forEach(({ id, sku, choices, priceMinor }, position) => {
      tables.variant.push({ tenant_id: tenantId, id, product_id: product.id, sku, choices, price_minor: priceMinor, position })
    })
    const { width, height } = canvas(shop.source.theme)
    product.pictures.forEach(({ id, alt }, position) => {
      tables.picture.push({ tenant_id: tenantId, id, product_id: product.id, file_key: id, alt, width, height, position })
    })
    if (product.publishedAt !== undefined)
      tables.search_due.push({ tenant_id: tenantId, product_id: product.id, due_at: new Date(now) })
  }
}

function productRow(shop: PlannedShop, product: PlannedProduct, now: number) {
  const { slug, title, description, vendor } = product.source
  const createdAt = (product.publishedAt ?? now - days(3)) - days(2)
  return {
    tenant_id: shop.tenantId,
    id: product.id,
    slug,
    title,
    description,
    vendor,
    status: product.publishedAt === undefined ? "draft" : "published",
    category_id: product.categoryId,
    from_minor: lowest(product.variants.map(({ priceMinor }) => priceMinor)),
    revision: 1,
    created_at: new Date(createdAt),
    published_at: product.publishedAt === undefined ? null : new Date(product.publishedAt),
  }
}

function lowest(amounts: readonly bigint[]): bigint {
  return amounts.reduce((least, amount) => (amount < least ? amount : least))
}
