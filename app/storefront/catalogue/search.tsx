import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { Link, useLoaderData, useSearchParams } from "@remix-run/react"
import { tenantOf } from "#app/http/tenant-of.ts"
import { shopIn, type ShopMatches, shopMeta } from "#app/storefront/shop-meta.ts"
import { useText } from "#app/text/text.tsx"
import { EmptyState } from "#app/ui/empty-state.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { listCategories } from "#server/domain/catalog/index.ts"
import { recordSearch } from "#server/domain/search/index.ts"
import { CategoryLinks } from "./category-links.tsx"
import { findGoods } from "./find-goods.ts"
import { FoundList } from "./found-list.tsx"
import { chosenFilters, searchAddress } from "./search-address.ts"

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = tenantOf(context)
  const { question, found, price } = await findGoods(ctx, new URL(request.url).searchParams)
  const isFirst = question.page === 1 && Object.keys(question.filters).length === 0
  if (isFirst) recordSearch(ctx, question.words, found.total)
  return {
    query: question.words,
    found,
    price,
    categories: found.total === 0 ? await listCategories(ctx) : [],
  }
}

export const meta: MetaFunction<typeof loader, ShopMatches> = ({ data, matches }) =>
  shopMeta(shopIn(matches), { title: data?.query, path: "/search", hidden: true })

export default function Search() {
  const t = useText("storefront")
  const { query, found, price, categories } = useLoaderData<typeof loader>()
  const [parameters] = useSearchParams()
  const chosen = chosenFilters(parameters)
  return (
    <main id="content" className="page page-main">
      <PageHeader
        title={query ? t("search.title", { query }) : t("search.blank")}
        lead={<span aria-live="polite">{t("list.count", { count: found.total })}</span>}
      />
      {found.correction && (
        <p className="mb-5">
          {t("search.did-mean", { query })}{" "}
          <Link to={searchAddress(new URLSearchParams(), { words: found.correction })} className="font-semibold">
            {found.correction}
          </Link>
        </p>
      )}
      {found.total > 0 || chosen.length > 0 ? (
        <FoundList {...{ query, found, price, chosen }} />
      ) : (
        <EmptyState
          icon="search"
          title={query ? t("search.none", { query }) : t("search.hint")}
          action={<LinkButton to="/products">{t("home.browse")}</LinkButton>}
        >
          {query && t("search.none-text")}
        </EmptyState>
      )}
      {categories.length > 0 && (
        <div className="mt-8">
          <CategoryLinks categories={categories} />
        </div>
      )}
    </main>
  )
}
