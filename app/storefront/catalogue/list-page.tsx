import { useLocation } from "@remix-run/react"
import { useText } from "#app/text/text.tsx"
import { EmptyState } from "#app/ui/empty-state.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"
import { Pagination } from "#app/ui/pagination.tsx"
import type { CategoryView, ProductList } from "#server/domain/catalog/index.ts"
import { CategoryLinks } from "./category-links.tsx"
import { LiveGrid } from "./live-grid.tsx"
import { SortForm } from "./sort-form.tsx"

interface Props {
  list: ProductList
  categories: readonly CategoryView[]
  sort: string
}

/** What "all products" and one category have in common: shelves, order, grid, pages. */
export function ListPage({ list, categories, sort }: Props) {
  const t = useText("storefront")
  const { pathname } = useLocation()
  const href = (page: number) =>
    `${pathname}?${new URLSearchParams({ ...(sort !== "newest" && { sort }), ...(page > 1 && { page: String(page) }) })}`
  return (
    <>
      <CategoryLinks categories={categories} />
      {list.total === 0 ? (
        <EmptyState icon="tag" title={t("list.empty")} action={<LinkButton to="/products">{t("home.browse")}</LinkButton>} />
      ) : (
        <>
          <div className="mb-5 flex flex-wrap items-end justify-between gap-4">
            <p className="text-muted">{t("list.count", { count: list.total })}</p>
            <SortForm sort={sort} />
          </div>
          <LiveGrid products={list.products} eager={4} />
          <Pagination page={list.page} pages={list.pages} href={href} />
        </>
      )}
    </>
  )
}
