import type { Fragment } from "#server/context/fragment.ts"
import type { Reading } from "#server/context/work.ts"
import type { PictureView } from "./picture-view.ts"
import type { OptionView, ProductStatus } from "./product-page.ts"
import { stockShown } from "./stock-shown.ts"

export interface ProductRow {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly description: string
  readonly vendor: string
  readonly status: ProductStatus
  readonly revision: number
  readonly publishedAt: Date | null
  readonly categoryId: string | null
  readonly categorySlug: string | null
  readonly categoryName: string | null
  readonly options: readonly OptionView[]
  readonly variants: readonly VariantRow[]
  readonly pictures: readonly PictureView[]
}

interface VariantRow {
  readonly id: string
  readonly sku: string
  readonly choices: readonly string[]
  /** As text: JSON numbers lose units above 2^53. */
  readonly price: string
  readonly onHand: number
  readonly reserved: number
  readonly free: number
  readonly promisable: number
  readonly isBundle: boolean
  readonly stockRevision: number
}

/** One product `p` with all that hangs on it, in one statement. */
export async function readProduct({ sql, tenantId }: Reading, condition: Fragment): Promise<ProductRow | undefined> {
  const [row] = await sql<ProductRow>`
    select p.id, p.slug, p.title, p.description, p.vendor, p.status, p.revision, p.published_at as "publishedAt",
      p.category_id as "categoryId", c.slug as "categorySlug", c.name as "categoryName",
      (select coalesce(json_agg(json_build_object('name', o.name, 'values', o.values) order by o.position), '[]')
        from product_option o where o.tenant_id = p.tenant_id and o.product_id = p.id) as options,
      (select coalesce(json_agg(json_build_object('id', v.id, 'sku', v.sku, 'choices', v.choices, 'price', v.price_minor::text,
          'onHand', coalesce(s.on_hand, 0), 'reserved', coalesce(s.reserved, 0), 'free', coalesce(s.free, 0),
          'promisable', coalesce(s.promisable, 0), 'isBundle', coalesce(s.is_bundle, false),
          'stockRevision', coalesce(s.revision, 0)) order by v.position, v.id), '[]')
        from variant v ${stockShown}
        where v.tenant_id = p.tenant_id and v.product_id = p.id) as variants,
      (select coalesce(json_agg(json_build_object('key', i.file_key, 'alt', i.alt, 'width', i.width, 'height', i.height)
          order by i.position, i.id), '[]')
        from picture i where i.tenant_id = p.tenant_id and i.product_id = p.id) as pictures
    from product p left join category c on c.tenant_id = p.tenant_id and c.id = p.category_id
    where p.tenant_id = ${tenantId} and ${condition}`
  return row
}
