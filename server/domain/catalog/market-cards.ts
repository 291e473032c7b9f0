import { fragment } from "#server/context/fragment.ts"
import type { PlatformContext } from "#server/context/platform-context.ts"
import { pageWindow } from "./paging.ts"
import { type CardRow, cardColumns, cardJoins, cardOf, type ProductCard, withPage } from "./product-card.ts"

export interface MarketCard extends ProductCard {
  readonly shop: {
    readonly tenantId: string
    readonly slug: string
    readonly name: string
    readonly host: string
    readonly language: string
  }
}

interface MarketRow extends CardRow {
  readonly currency: string
  readonly shop: MarketCard["shop"]
}

const marketColumns = fragment`
  t.currency, json_build_object('tenantId', t.id, 'slug', t.slug, 'name', t.name, 'host', d.host, 'language', t.language) as shop, ${cardColumns}`

/** The newest of every open shop in turn, so that a shop that publishes a hundred at once does not fill the page. */
export function newestAcrossShops(
  platform: PlatformContext,
  { perPage = 24 }: { readonly perPage?: number } = {},
): Promise<MarketCard[]> {
  const { limit } = pageWindow({ perPage })
  return platform.read("market.newest", async ({ sql }) => {
    const rows = await sql<MarketRow>`
      ${withPage(fragment`
        select p.*, row_number() over (partition by p.tenant_id order by p.published_at desc, p.id desc) as turn
        from tenant t cross join lateral (
          select * from product p where p.tenant_id = t.id and p.status = 'published'
          order by p.published_at desc, p.id desc limit ${limit}
        ) p
        where t.status = 'active'
        order by turn, p.published_at desc, p.id desc limit ${limit}`)}
      select ${marketColumns} from p
      join tenant t on t.id = p.tenant_id
      join domain d on d.tenant_id = t.id and d."primary"
      ${cardJoins}
      order by p.turn, p.published_at desc, p.id desc`
    return rows.map(marketCardOf)
  })
}

/** A product of some shop. */
export interface MarketPlace {
  readonly tenantId: string
  readonly productId: string
}

/** The published ones of open shops among these, in their order. One statement. */
export async function marketCardsOf(platform: PlatformContext, places: readonly MarketPlace[]): Promise<MarketCard[]> {
  if (places.length === 0) return []
  const rows = await platform.read(
    "market.cards",
    ({ sql }) => sql<MarketRow>`
      ${withPage(fragment`
        select p.*, w.turn
        from unnest(${places.map(({ tenantId }) => tenantId)}::text[], ${places.map(({ productId }) => productId)}::text[])
          with ordinality as w(tenant_id, id, turn)
        join product p on p.tenant_id = w.tenant_id and p.id = w.id and p.status = 'published'`)}
      select ${marketColumns} from p
      join tenant t on t.id = p.tenant_id and t.status = 'active'
      join domain d on d.tenant_id = t.id and d."primary"
      ${cardJoins}
      order by p.turn`,
  )
  return rows.map(marketCardOf)
}

function marketCardOf(row: MarketRow): MarketCard {
  return { ...cardOf(row, row.currency), shop: row.shop }
}
