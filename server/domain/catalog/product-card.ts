import { type Fragment, fragment } from "#server/context/fragment.ts"
import { type Money, money } from "#server/kernel/money.ts"
import type { PictureView } from "./picture-view.ts"

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
  /** Units that can be bought now, over all variants. */
  readonly free: number
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
  readonly variantCount: number
  readonly publishedAt: Date | null
  readonly picture: PictureView | null
}

/** What a card needs, of the products `p` joined by `cardJoins`. */
export const cardColumns: Fragment = fragment`
  p.id, p.slug, p.title, p.vendor, c.name as "categoryName", p.from_minor as "fromMinor", v.most as "mostMinor",
  v.free, v.count as "variantCount", p.published_at as "publishedAt", i.picture`

/** Looks into variants and pictures once per row of `p`: cut `p` to one page first. */
export const cardJoins: Fragment = fragment`
  left join category c on c.tenant_id = p.tenant_id and c.id = p.category_id
  left join lateral (
    select count(*)::int as count, max(v.price_minor) as most, coalesce(sum(s.on_hand - s.reserved), 0)::int as free
    from variant v left join stock_level s on s.tenant_id = v.tenant_id and s.variant_id = v.id
    where v.tenant_id = p.tenant_id and v.product_id = p.id
  ) v on true
  left join lateral (
    select json_build_object('key', i.file_key, 'alt', i.alt, 'width', i.width, 'height', i.height) as picture
    from picture i where i.tenant_id = p.tenant_id and i.product_id = p.id order by i.position, i.id limit 1
  ) i on true`

export function cardOf(row: CardRow, currency: string): ProductCard {
  const { id, slug, title, vendor, fromMinor, mostMinor, free, variantCount, publishedAt, picture } = row
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
    variantCount,
    publishedAt,
  }
}
