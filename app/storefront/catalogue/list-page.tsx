import { useLocation, useSearchParams } from "@remix-run/react"
import { useText } from "#app/text/text.tsx"
import { EmptyState } from "#app/ui/empty-state.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"
import { Pagination } from "#app/ui/pagination.tsx"
import type { ProductList } from "#server/domain/catalog/index.ts"
import { CategoryLinks } from "./category-links.tsx"
import { FilterFrame } from "./filter-frame.tsx"
import { FoundList } from "./found-list.tsx"
import { LiveGrid } from "./live-grid.tsx"
import type { LoadedList } from "./load-list.ts"
import { chosenFilters } from "./search-address.ts"
import { SortForm } from "./sort-form.tsx"
import { useFacets } from "./use-facets.ts"

/** `shelf`: the page is of one category, by its address name. */
type Props = LoadedList & { readonly shelf?: string }

/** What "all products" and one category have in common: shelves, filters, order, grid, pages. */
export function ListPage({ list, found, price, categories, sort, shelf = "" }: Props) {
  const t = useText("storefront")
  const [parameters] = useSearchParams()
  const chosen = chosenFilters(parameters).filter(({ name }) => shelf === "" || name !== "category")
  const total = found?.total ?? list?.total ?? 0
  return (
    <>
      <CategoryLinks categories={categories} />
      <p className="mb-4 text-muted" aria-live="polite">
        {t("list.count", { count: total })}
      </p>
      {found && <FoundList query="" {...{ found, price, chosen }} isShelf={shelf !== ""} />}
      {list && (list.total === 0 ? <Nothing /> : <WholeList {...{ list, sort, shelf }} />)}
    </>
  )
}

function Nothing() {
  const t = useText("storefront")
  return <EmptyState icon="tag" title={t("list.empty")} action={<LinkButton to="/products">{t("home.browse")}</LinkButton>} />
}

function WholeList({ list, sort, shelf }: { list: ProductList; sort: string; shelf: string }) {
  const { pathname } = useLocation()
  const { loaded, load } = useFacets(shelf, list)
  const href = (page: number) =>
    `${pathname}?${new URLSearchParams({ ...(sort !== "newest" && { sort }), ...(page > 1 && { page: String(page) }) })}`
  const isShelf = shelf !== ""
  return (
    <FilterFrame
      form={loaded && { ...loaded, chosen: [], words: "", sort: sort === "newest" ? "" : sort, isShelf }}
      chosen={0}
      onOpen={load}
      plain={`${pathname}?filter=1`}
      sort={<SortForm sort={sort} />}
    >
      <LiveGrid products={list.products} roomy eager={3} />
      <Pagination page={list.page} pages={list.pages} href={href} />
    </FilterFrame>
  )
}
