import { fragment } from "#server/context/fragment.ts"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { money } from "#server/kernel/money.ts"
import type { ProductPage, ProductSheet } from "./product-page.ts"
import { type ProductRow, readProduct } from "./product-row.ts"

/** A published product by its address. One statement. */
export async function findProduct(ctx: TenantContext, slug: string): Promise<ProductPage | undefined> {
  const row = await ctx.read((reading) => readProduct(reading, fragment`p.slug = ${slug} and p.status = 'published'`))
  return row && pageOf(row, ctx.tenant.currency)
}

/** Any product of the shop, for its merchant. */
export async function findProductById(ctx: TenantContext, productId: string): Promise<ProductSheet | undefined> {
  const row = await ctx.read((reading) => readProduct(reading, fragment`p.id = ${productId}`))
  if (!row) return undefined
  const { currency } = ctx.tenant
  const variants = row.variants.map(({ price, ...variant }) => ({ ...variant, price: money(BigInt(price), currency) }))
  const { status, categoryId, publishedAt } = row
  return { ...pageOf(row, currency), status, categoryId, publishedAt, variants }
}

function pageOf(row: ProductRow, currency: string): ProductPage {
  const { id, slug, title, description, vendor, categorySlug, categoryName, options, pictures, revision } = row
  const variants = row.variants.map(({ id, sku, choices, price, free, promisable, stockRevision }) => ({
    id,
    sku,
    choices,
    price: money(BigInt(price), currency),
    free: Math.max(0, free),
    promisable,
    stockRevision,
  }))
  const category = categorySlug !== null && categoryName !== null ? { slug: categorySlug, name: categoryName } : null
  return { id, slug, title, description, vendor, category, options, variants, pictures, revision }
}
