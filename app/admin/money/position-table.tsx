import { Link } from "@remix-run/react"
import { useFormats, useText } from "#app/text/text.tsx"
import { DataTable } from "#app/ui/data-table.tsx"
import { EmptyState } from "#app/ui/empty-state.tsx"
import type { ShopPosition } from "#server/domain/ledger/index.ts"

export function PositionTable({ positions }: { positions: readonly ShopPosition[] }) {
  const t = useText("admin")
  const { money } = useFormats()
  return (
    <DataTable
      caption={t("money.positions")}
      rows={positions}
      rowKey={({ tenantId, owed }) => `${tenantId} ${owed.currency}`}
      empty={<EmptyState icon="card" title={t("money.none")} />}
      columns={[
        {
          key: "shop",
          label: t("live.shop"),
          heading: true,
          cell: ({ tenantId, shop }) => <Link to={`/tenants/${tenantId}`}>{shop}</Link>,
        },
        { key: "commission", label: t("money.commission"), amount: true, cell: ({ commission }) => money(commission) },
        { key: "at-provider", label: t("money.at-provider"), amount: true, cell: ({ atProvider }) => money(atProvider) },
        { key: "fees", label: t("money.fees"), amount: true, cell: ({ fees }) => money(fees) },
        { key: "owed", label: t("money.owed"), amount: true, cell: ({ owed }) => money(owed) },
      ]}
    />
  )
}
