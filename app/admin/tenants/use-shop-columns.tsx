import { Link } from "@remix-run/react"
import { useText } from "#app/text/text.tsx"
import type { Column } from "#app/ui/data-table.tsx"
import { StateBadge } from "./state-badge.tsx"

interface ShopRow {
  readonly tenantId: string
  readonly name: string
  readonly status: string
}

/** How a table of shops begins: which one, leading to its page, and whether it is open. */
export function useShopColumns<Row extends ShopRow>(): Column<Row>[] {
  const t = useText("admin")
  return [
    {
      key: "shop",
      label: t("live.shop"),
      heading: true,
      cell: ({ tenantId, name }) => (
        <Link className="text-link" to={`/tenants/${tenantId}`}>
          {name}
        </Link>
      ),
    },
    { key: "status", label: t("live.status"), cell: ({ status }) => <StateBadge status={status} /> },
  ]
}
