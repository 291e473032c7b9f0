import { fragment } from "#server/context/fragment.ts"
import type { PlatformContext } from "#server/context/platform-context.ts"
import { searchWords } from "#server/kernel/search-words.ts"
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
  return platform.read(async ({ sql }) => {
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

/** Published products of every open shop that have all the words, best first: a word of the title counts four of the text. */
export function searchAcrossShops(
  platform: PlatformContext,
  query: string,
  { perPage = 48 }: { readonly perPage?: number } = {},
): Promise<MarketCard[]> {
  const { limit } = pageWindow({ perPage })
  const words = searchWords(query)
  if (words.query === "") return Promise.resolve([])
  return platform.read(async ({ sql }) => {
    const rows = await sql<MarketRow>`
      ${withPage(fragment`
        select p.*, ts_rank('{0,0,0.25,1}', s.words, q.words) as rank
        from (select to_tsquery('simple', search_fold(${words.query})) as words) q
        join search_document s on s.words @@ q.words
        join product p on p.tenant_id = s.tenant_id and p.id = s.product_id and p.status = 'published'
        join tenant t on t.id = p.tenant_id and t.status = 'active'
        order by rank desc, p.id desc limit ${limit}`)}
      select ${marketColumns} from p
      join tenant t on t.id = p.tenant_id
      join domain d on d.tenant_id = t.id and d."primary"
      ${cardJoins}
      order by p.rank desc, p.id desc`
    return rows.map(marketCardOf)
  })
}

function marketCardOf(row: MarketRow): MarketCard {
  return { ...cardOf(row, row.currency), shop: row.shop }
}
