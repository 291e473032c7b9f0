import { Link } from "@remix-run/react"
import { shopperState, stateTones } from "#app/storefront/order/shopper-state.ts"
import { useFormats, useText } from "#app/text/text.tsx"
import { Badge } from "#app/ui/badge.tsx"
import { DataTable } from "#app/ui/data-table.tsx"
import { EmptyState } from "#app/ui/empty-state.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"
import type { OrderRow } from "#server/domain/orders/index.ts"

type Row = Pick<OrderRow, "id" | "number" | "status" | "placedAt" | "count" | "total">

export function OrderTable({ orders }: { orders: readonly Row[] }) {
  const t = useText("storefront")
  const { money, date } = useFormats()
  const number = ({ id, number }: Row) => <Link to={`/orders/${id}`}>{t("order.title", { number })}</Link>
  return (
    <DataTable
      caption={t("account.orders")}
      rows={orders}
      rowKey={({ id }) => id}
      columns={[
        { key: "number", label: t("account.order"), heading: true, cell: number },
        { key: "date", label: t("account.date"), cell: ({ placedAt }) => date(placedAt) },
        { key: "state", label: t("account.state"), cell: ({ status }) => <State status={status} /> },
        { key: "count", label: t("account.pieces"), amount: true, cell: ({ count }) => count },
        { key: "total", label: t("account.total"), amount: true, cell: ({ total }) => money(total) },
      ]}
      empty={
        <EmptyState title={t("account.orders.empty")} action={<LinkButton to="/products">{t("cart.browse")}</LinkButton>}>
          {t("account.orders.empty.text")}
        </EmptyState>
      }
    />
  )
}

function State({ status }: Pick<Row, "status">) {
  const t = useText("storefront")
  const state = shopperState({ status, payment: null }, false)
  return <Badge tone={stateTones[state]}>{t(`order.state.${state}`)}</Badge>
}
