import type { Reading } from "#server/context/work.ts"
import { stockShown } from "#server/domain/catalog/index.ts"
import { present } from "#server/kernel/assert.ts"
import type { LinePicture, QuoteRequest } from "./quote-view.ts"
import type { Rate } from "./tax.ts"

/** Amounts are decimal text: JSON has no 64-bit integer. */
export interface GoodsRow {
  readonly variantId: string
  readonly productId: string
  readonly productSlug: string
  readonly title: string
  readonly choices: readonly string[]
  readonly sku: string
  readonly unitMinor: string
  readonly free: number
  readonly promisable: number
  readonly stockRevision: number
  readonly picture: LinePicture | null
}

export interface MethodRow {
  readonly id: string
  readonly name: string
  readonly priceMinor: string
  readonly freeFromMinor: string | null
  readonly minDays: number
  readonly maxDays: number
}

export interface Prices {
  readonly currency: string
  readonly country: string
  readonly goods: readonly GoodsRow[]
  /** Those that serve the country, in the merchant's order. */
  readonly methods: readonly MethodRow[]
  /** The region's own rate, else its country's. */
  readonly rate: Rate | null
}

/** Everything that a price depends on, as of one moment: one statement. */
export async function readPrices({ sql, tenantId }: Reading, request: QuoteRequest): Promise<Prices> {
  const variantIds = [...new Set(request.lines.map(({ variantId }) => variantId))]
  const [prices] = await sql<Prices>`
    with shop as (
      select id as tenant_id, currency, coalesce(${request.country ?? null}::text, country::text) as country from tenant where id = ${tenantId}
    ), goods as (
      select v.id as "variantId", p.id as "productId", p.slug as "productSlug", p.title, v.choices, v.sku,
        v.price_minor::text as "unitMinor", greatest(0, s.free) as free, coalesce(s.promisable, 0) as promisable,
        coalesce(s.revision, 0) as "stockRevision",
        (select json_build_object('key', i.file_key, 'alt', i.alt, 'width', i.width, 'height', i.height) from picture i
          where i.tenant_id = v.tenant_id and i.product_id = p.id order by i.position limit 1) as picture
      from variant v
        join product p on p.tenant_id = v.tenant_id and p.id = v.product_id and p.status = 'published'
        ${stockShown}
      where v.tenant_id = ${tenantId} and v.id = any (${variantIds}::text[])
    ), methods as (
      select m.id, m.name, m.price_minor::text as "priceMinor", m.free_from_minor::text as "freeFromMinor",
        m.min_days as "minDays", m.max_days as "maxDays"
      from shipping_method m, shop
      where m.tenant_id = ${tenantId} and (m.countries = '{}' or shop.country = any (m.countries))
      order by m.position, m.id
    ), rate as (
      select t.name, t.basis_points as "basisPoints", t.included from tax_rate t, shop
      where t.tenant_id = ${tenantId} and t.country = shop.country and t.region in ('', ${request.region ?? ""})
      order by t.region desc limit 1
    )
    select trim(shop.currency) as currency, shop.country,
      coalesce((select json_agg(goods) from goods), '[]') as goods,
      coalesce((select json_agg(methods) from methods), '[]') as methods,
      (select to_json(rate) from rate) as rate
    from shop`
  return present(prices, "tenant of the quote")
}
