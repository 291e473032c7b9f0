import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { z } from "zod"
import { pageNumber, searchText } from "#app/http/page-query.ts"
import { tenantOf } from "#app/http/tenant-of.ts"
import { useShop } from "#app/storefront/layout.tsx"
import { shopCard } from "#app/storefront/shop-card.ts"
import { shopIn, type ShopMatches, shopMeta } from "#app/storefront/shop-meta.ts"
import { useText } from "#app/text/text.tsx"
import { EmptyState } from "#app/ui/empty-state.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { Pagination } from "#app/ui/pagination.tsx"
import { ProductGrid } from "#app/ui/product-grid.tsx"
import { SearchForm } from "#app/ui/search-form.tsx"
import { listCategories } from "#server/domain/catalog/index.ts"
import { searchProducts } from "#server/domain/search/index.ts"
import { CategoryLinks } from "./category-links.tsx"

const searchQuery = z.object({ q: searchText, page: pageNumber(1_000) })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = tenantOf(context)
  const { q, page } = searchQuery.parse(Object.fromEntries(new URL(request.url).searchParams))
  const [found, categories] = await Promise.all([
    searchProducts(ctx, { words: q, filters: {}, sort: null, page }),
    listCategories(ctx),
  ])
  return { query: q, found, categories }
}

export const meta: MetaFunction<typeof loader, ShopMatches> = ({ data, matches }) =>
  shopMeta(shopIn(matches), { title: data?.query, path: "/search", hidden: true })

export default function Search() {
  const t = useText("storefront")
  const { tenantId } = useShop()
  const { query, found, categories } = useLoaderData<typeof loader>()
  const href = (page: number) => `/search?${new URLSearchParams({ q: query, page: String(page) })}`
  return (
    <main id="content" className="page page-main">
      <PageHeader
        title={query ? t("search.title", { query }) : t("search.blank")}
        lead={query && t("list.count", { count: found.total })}
      />
      {found.total > 0 ? (
        <>
          <ProductGrid products={found.products.map((product) => shopCard(tenantId, product))} eager={4} />
          <Pagination page={found.page} pages={found.pages} href={href} />
        </>
      ) : (
        <EmptyState
          icon="search"
          title={query ? t("search.none", { query }) : t("search.hint")}
          action={<LinkButton to="/products">{t("home.browse")}</LinkButton>}
        >
          <SearchForm action="/search" query={query} />
        </EmptyState>
      )}
      <div className="mt-8">
        <CategoryLinks categories={categories} />
      </div>
    </main>
  )
}
