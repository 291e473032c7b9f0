import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { Link, useLoaderData } from "@remix-run/react"
import { platformOf } from "#app/http/tenant-of.ts"
import { useText } from "#app/text/text.tsx"
import { EmptyState } from "#app/ui/empty-state.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { Pagination } from "#app/ui/pagination.tsx"
import { ProductGrid } from "#app/ui/product-grid.tsx"
import { Section } from "#app/ui/section.tsx"
import { searchMarket } from "#server/domain/search/index.ts"
import { marketCard } from "./market-card.ts"
import { MarketFilters } from "./market-filters.tsx"
import { marketMeta } from "./market-meta.ts"
import { marketAddress, readMarketWish } from "./market-wish.ts"

export async function loader({ request, context }: LoaderFunctionArgs) {
  const wish = readMarketWish(new URL(request.url).searchParams)
  const found = await searchMarket(platformOf(context), wish)
  const products = found.products.map((product) => ({ shop: product.shop.slug, card: marketCard(context.links, product) }))
  return { ...found, wish, products }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...marketMeta(data?.wish.words),
  { name: "robots", content: "noindex" },
]

/** Goods of all open shops: mixed, or the best of each. Works without scripts. */
export default function Search() {
  const { wish, products, total, page, pages, shops } = useLoaderData<typeof loader>()
  const t = useText("market")
  const isAsked = shops.length > 0 || wish.shops.length > 0 || wish.isAvailable
  if (!isAsked || wish.words === "") return <Nothing words={wish.words} />
  return (
    <main id="content" className="page page-main">
      <PageHeader
        title={t("search.title", { query: wish.words })}
        lead={<span aria-live="polite">{t("shop.goods", { count: total })}</span>}
      />
      <MarketFilters wish={wish} shops={shops} />
      {products.length === 0 && <EmptyState icon="search" title={t("search.none-filtered")} />}
      {wish.isGrouped ? (
        groupsOf(products).map(({ shop, cards }) => (
          <Section
            key={shop}
            title={cards[0]?.note ?? shop}
            more={
              <Link className="text-link" to={marketAddress({ ...wish, isGrouped: false, shops: [shop], page: 1 })}>
                {t("search.of-shop", { count: shops.find(({ value }) => value === shop)?.count ?? cards.length })}
              </Link>
            }
          >
            <ProductGrid products={cards} eager={4} />
          </Section>
        ))
      ) : (
        <ProductGrid products={products.map(({ card }) => card)} eager={4} />
      )}
      <Pagination page={page} pages={pages} href={(number) => marketAddress({ ...wish, page: number })} />
    </main>
  )
}

function Nothing({ words }: { words: string }) {
  const t = useText("market")
  return (
    <main id="content" className="page page-main">
      <EmptyState
        icon="search"
        title={words ? t("search.none", { query: words }) : t("search.blank")}
        action={<LinkButton to="/shops">{t("home.browse")}</LinkButton>}
      >
        {words && t("search.none-text")}
      </EmptyState>
    </main>
  )
}

type Shown = ReturnType<typeof marketCard>

/** The order of the shops is that of their best product. */
function groupsOf(products: readonly { readonly shop: string; readonly card: Shown }[]) {
  const groups = new Map<string, Shown[]>()
  for (const { shop, card } of products) groups.set(shop, [...(groups.get(shop) ?? []), card])
  return [...groups].map(([shop, cards]) => ({ shop, cards }))
}
