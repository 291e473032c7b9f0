import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { consoleMeta } from "#app/console/console-meta.ts"
import { readListQuery } from "#app/console/list-query.ts"
import { shopOf } from "#app/console/shop-of.ts"
import { useShopPath } from "#app/console/shop/use-shop.ts"
import { useText } from "#app/text/text.tsx"
import { EmptyState } from "#app/ui/empty-state.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { Pagination } from "#app/ui/pagination.tsx"
import { SearchForm } from "#app/ui/search-form.tsx"
import { listAllProducts } from "#server/domain/catalog/index.ts"
import { ProductTable } from "./product-table.tsx"

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await shopOf(args)
  const { q, page } = readListQuery(args.request)
  return { q, list: await listAllProducts(ctx, { query: q, page, perPage: 24 }) }
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => consoleMeta(matches, "title.products")

export default function Products() {
  const { q, list } = useLoaderData<typeof loader>()
  const t = useText("console")
  const path = useShopPath()
  const add = (
    <LinkButton to={path("products", "new")} icon="plus">
      {t("products.new")}
    </LinkButton>
  )
  const href = (page: number) =>
    `${path("products")}?${new URLSearchParams({ ...(q && { q }), ...(page > 1 && { page: String(page) }) })}`
  return (
    <>
      <PageHeader
        title={t("products.title")}
        lead={t("products.count", { count: list.total })}
        actions={
          <>
            <SearchForm action={path("products")} query={q} placeholder={t("products.search")} />
            {add}
          </>
        }
      />
      <ProductTable
        products={list.products}
        empty={
          q ? (
            <EmptyState icon="search" title={t("products.none")}>
              {t("products.none.text")}
            </EmptyState>
          ) : (
            <EmptyState icon="tag" title={t("products.empty")} action={add}>
              {t("products.empty.text")}
            </EmptyState>
          )
        }
      />
      <Pagination page={list.page} pages={list.pages} href={href} />
    </>
  )
}
