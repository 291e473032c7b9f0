import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { Link, useLoaderData } from "@remix-run/react"
import { z } from "zod"
import { consoleMeta } from "#app/console/console-meta.ts"
import { shopOf } from "#app/console/shop-of.ts"
import { useShopPath } from "#app/console/shop/use-shop.ts"
import { pageNumber } from "#app/http/page-query.ts"
import { useText } from "#app/text/text.tsx"
import { EmptyState } from "#app/ui/empty-state.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { Pagination } from "#app/ui/pagination.tsx"
import { listOrders, orderStatuses } from "#server/domain/orders/index.ts"
import { OrderTable } from "./order-table.tsx"

const query = z.object({
  status: z.enum(orderStatuses).optional().catch(undefined),
  page: pageNumber(),
})

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await shopOf(args)
  const { status, page } = query.parse(Object.fromEntries(new URL(args.request.url).searchParams))
  return { status: status ?? null, statuses: orderStatuses, list: await listOrders(ctx, { page, ...(status && { status }) }) }
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => consoleMeta(matches, "title.orders")

export default function Orders() {
  const { status, statuses, list } = useLoaderData<typeof loader>()
  const t = useText("console")
  const path = useShopPath()
  const href = (chosen: string | null, page = 1) => {
    const search = new URLSearchParams({ ...(chosen && { status: chosen }), ...(page > 1 && { page: String(page) }) })
    return search.size > 0 ? `${path("orders")}?${search}` : path("orders")
  }
  return (
    <>
      <PageHeader title={t("orders.title")} lead={t("orders.count", { count: list.total })} />
      <nav aria-label={t("orders.filter")} className="tabs mb-4">
        {[null, ...statuses].map((choice) => (
          <Link key={choice ?? "all"} to={href(choice)} aria-current={choice === status ? "page" : undefined}>
            {choice === null ? t("orders.all") : t(`order.state.${choice}`)}
          </Link>
        ))}
      </nav>
      <OrderTable
        caption={t("orders.title")}
        orders={list.orders}
        scope={`${status} ${list.page}`}
        empty={
          <EmptyState icon="truck" title={t(status ? "orders.empty.filter" : "orders.empty")}>
            {t("orders.empty.text")}
          </EmptyState>
        }
      />
      <Pagination page={list.page} pages={list.pages} href={(page) => href(status, page)} />
    </>
  )
}
