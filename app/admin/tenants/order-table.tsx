import { useFormats, useText } from "#app/text/text.tsx"
import { DataTable } from "#app/ui/data-table.tsx"
import { EmptyState } from "#app/ui/empty-state.tsx"
import type { RecentOrder } from "#server/domain/insights/index.ts"

const states = ["placed", "paid", "shipped", "cancelled", "refunded"] as const

export function OrderTable({ orders }: { orders: readonly RecentOrder[] }) {
  const t = useText("admin")
  const { money, dateTime } = useFormats()
  const stateOf = (status: string) => {
    const known = states.find((state) => state === status)
    return known ? t(`order.${known}`) : status
  }
  return (
    <DataTable
      caption={t("shop.orders")}
      rows={orders}
      rowKey={({ id }) => id}
      empty={<EmptyState icon="box" title={t("shop.no-orders")} />}
      columns={[
        { key: "number", label: t("shop.order"), heading: true, cell: ({ number }) => `#${number}` },
        { key: "placed", label: t("shop.placed"), cell: ({ placedAt }) => dateTime(placedAt) },
        { key: "status", label: t("live.status"), cell: ({ status }) => stateOf(status) },
        { key: "total", label: t("shop.total"), amount: true, cell: ({ total }) => money(total) },
      ]}
    />
  )
}
