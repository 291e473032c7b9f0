import { Link } from "@remix-run/react"
import type { ReactNode } from "react"
import { useFresh } from "#app/console/live/use-fresh.ts"
import { useShopPath } from "#app/console/shop/use-shop.ts"
import { useFormats, useText } from "#app/text/text.tsx"
import { type Column, DataTable } from "#app/ui/data-table.tsx"
import type { OrderRow } from "#server/domain/orders/index.ts"
import { OrderState } from "./order-state.tsx"

interface Props {
  caption: string
  orders: readonly OrderRow[]
  /** Page and filter: what is new on another page is not news. */
  scope?: string
  empty: ReactNode
}

/** Orders, newest first; one that has just come or changed lights up. */
export function OrderTable({ caption, orders, scope, empty }: Props) {
  const fresh = useFresh(orders.map(keyOf), scope)
  const columns = useColumns()
  return <DataTable {...{ caption, columns, empty }} rows={orders} rowKey={keyOf} fresh={(order) => fresh(keyOf(order))} />
}

/** With the revision in it, a changed order is a new row and lights up again. */
const keyOf = ({ id, revision }: OrderRow) => `${id} ${revision}`

function useColumns(): Column<OrderRow>[] {
  const t = useText("console")
  const { money, dateTime, number } = useFormats()
  const path = useShopPath()
  return [
    {
      key: "number",
      label: t("orders.number"),
      heading: true,
      cell: ({ id, number }) => (
        <Link to={path("orders", id)} prefetch="intent">
          {t("order.number", { number })}
        </Link>
      ),
    },
    { key: "placed", label: t("orders.placed"), cell: ({ placedAt }) => dateTime(placedAt) },
    { key: "name", label: t("orders.customer"), cell: ({ name, email }) => <span title={email}>{name}</span> },
    { key: "count", label: t("orders.pieces"), amount: true, cell: ({ count }) => number(count) },
    { key: "total", label: t("orders.total"), amount: true, cell: ({ total }) => money(total) },
    { key: "state", label: t("orders.state"), cell: ({ status }) => <OrderState status={status} /> },
  ]
}
