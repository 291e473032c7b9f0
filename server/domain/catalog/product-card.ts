import { type Fragment, fragment } from "#server/context/fragment.ts"
import { type Money, money } from "#server/kernel/money.ts"
import type { PictureView } from "./picture-view.ts"
import { stockShown } from "./stock-shown.ts"

/** A product as a list shows it. */
export interface ProductCard {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly vendor: string
  readonly categoryName: string
  readonly from: Money
  readonly priceVaries: boolean
  readonly picture: PictureView | null
  /** Units that lie there now, over all variants. */
  readonly free: number
  /** Units that can be ordered: with those that ship later. */
  readonly promisable: number
  readonly variantCount: number
  readonly publishedAt: Date | null
}

export interface CardRow {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly vendor: string
  readonly categoryName: string | null
  readonly fromMinor: bigint
  readonly mostMinor: bigint | null
  readonly free: number
  readonly promisable: number
  readonly variantCount: number
  readonly publishedAt: Date | null
  readonly picture: PictureView | null
}

/**
 * Opens a statement about one page of products: `p` are the rows of `page` (with all columns of product), `v` what their variants
 * add up to. Only then come variants and stock, so that their cost is the page's and not the shop's.
 */
export function withPage(page: Fragment): Fragment {
  return fragment`
    with p as materialized (${page}),
    v as (
      select v.tenant_id, v.product_id, count(*)::int as count, max(v.price_minor) as most,
        coalesce(sum(greatest(0, s.free)), 0)::int as free, coalesce(sum(s.promisable), 0)::int as promisable
      from p join variant v on v.tenant_id = p.tenant_id and v.product_id = p.id ${stockShown}
      group by v.tenant_id, v.product_id
    )`
}

/** What a card needs, of `p` joined by `cardJoins`. */
export const cardColumns: Fragment = fragment`
  p.id, p.slug, p.title, p.vendor, c.name as "categoryName", p.from_minor as "fromMinor", v.most as "mostMinor",
  coalesce(v.free, 0) as free, coalesce(v.promisable, 0) as promisable, coalesce(v.count, 0) as "variantCount", p.published_at as "publishedAt", i.picture`

export const cardJoins: Fragment = fragment`
  left join category c on c.tenant_id = p.tenant_id and c.id = p.category_id
  left join v on v.tenant_id = p.tenant_id and v.product_id = p.id
  left join lateral (
    select json_build_object('key', i.file_key, 'alt', i.alt, 'width', i.width, 'height', i.height) as picture
    from picture i where i.tenant_id = p.tenant_id and i.product_id = p.id order by i.position, i.id limit 1
  ) i on true`

export function cardOf(row: CardRow, currency: string): ProductCard {
  const { id, slug, title, vendor, fromMinor, mostMinor, free, promisable, variantCount, publishedAt, picture } = row
  return {
    id,
    slug,
    title,
    vendor,
    categoryName: row.categoryName ?? "",
    from: money(fromMinor, currency),
    priceVaries: mostMinor !== null && mostMinor !== fromMinor,
    picture,
    free,
    promisable,
    variantCount,
    publishedAt,
  }
}
