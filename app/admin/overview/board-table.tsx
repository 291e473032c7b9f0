import { useFormats, useText } from "#app/text/text.tsx"
import { useShopColumns } from "#app/admin/tenants/use-shop-columns.tsx"
import { type Column, DataTable } from "#app/ui/data-table.tsx"
import { EmptyState } from "#app/ui/empty-state.tsx"
import { Sparkline } from "#app/ui/sparkline.tsx"
import { money } from "#server/kernel/money.ts"
import type { TenantPulse } from "#server/messages/live.ts"

/** One line per shop, over the last minute. A line lights up when an order has just come in. */
export function BoardTable({ rows, hidden }: { rows: readonly TenantPulse[]; hidden: number }) {
  const t = useText("admin")
  const columns = useColumns()
  return (
    <>
      <DataTable
        caption={t("live.caption")}
        columns={columns}
        rows={rows}
        rowKey={({ tenantId }) => tenantId}
        fresh={({ ordersPerMinute }) => ordersPerMinute > 0}
        empty={<EmptyState icon="shop" title={t("live.none")} />}
      />
      {hidden > 0 && <p className="mt-3 text-muted">{t("live.more", { count: hidden })}</p>}
    </>
  )
}

function useColumns(): Column<TenantPulse>[] {
  const t = useText("admin")
  const { money: write, number } = useFormats()
  return [
    ...useShopColumns<TenantPulse>(),
    { key: "visitors", label: t("live.visitors"), amount: true, cell: ({ visitors }) => number(visitors) },
    { key: "orders", label: t("live.orders"), amount: true, cell: ({ ordersPerMinute }) => number(ordersPerMinute) },
    {
      key: "revenue",
      label: t("live.revenue"),
      amount: true,
      cell: ({ paidMinorPerMinute, currency }) => write(money(BigInt(paidMinorPerMinute), currency)),
    },
    {
      key: "stock-outs",
      label: t("live.stock-outs"),
      amount: true,
      cell: ({ stockOutsPerMinute }) => number(stockOutsPerMinute),
    },
    { key: "refusals", label: t("live.refusals"), amount: true, cell: ({ refusalsPerMinute }) => number(refusalsPerMinute) },
    {
      key: "hour",
      label: t("live.hour"),
      cell: ({ orderHistory }) => (
        <span className="block w-28">
          <Sparkline values={orderHistory} />
        </span>
      ),
    },
  ]
}
