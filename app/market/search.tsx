import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { searchText } from "#app/http/page-query.ts"
import { platformOf } from "#app/http/tenant-of.ts"
import { useText } from "#app/text/text.tsx"
import { EmptyState } from "#app/ui/empty-state.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { ProductGrid } from "#app/ui/product-grid.tsx"
import { searchMarket } from "#server/domain/search/index.ts"
import { marketCard } from "./market-card.ts"
import { marketMeta } from "./market-meta.ts"

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = searchText.parse(new URL(request.url).searchParams.get("q"))
  const found = await searchMarket(platformOf(context), {
    words: query,
    shops: [],
    isAvailable: false,
    isGrouped: false,
    page: 1,
  })
  return { query, products: found.products.map((product) => marketCard(context.links, product)) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...marketMeta(data?.query),
  { name: "robots", content: "noindex" },
]

export default function Search() {
  const { query, products } = useLoaderData<typeof loader>()
  const t = useText("market")
  return (
    <main id="content" className="page page-main">
      {products.length > 0 ? (
        <>
          <PageHeader title={t("search.title", { query })} lead={t("shop.goods", { count: products.length })} />
          <ProductGrid products={products} eager={4} />
        </>
      ) : (
        <EmptyState
          icon="search"
          title={query ? t("search.none", { query }) : t("search.blank")}
          action={<LinkButton to="/shops">{t("home.browse")}</LinkButton>}
        >
          {query && t("search.none-text")}
        </EmptyState>
      )}
    </main>
  )
}
