import { useFormats, useText } from "#app/text/text.tsx"
import { StatTile } from "#app/ui/stat-tile.tsx"
import type { TenantPulse } from "#server/messages/live.ts"

/** The whole market in five numbers. Revenue is not among them: currencies do not add up. */
export function Totals({ tenants }: { tenants: readonly TenantPulse[] }) {
  const t = useText("admin")
  const { number } = useFormats()
  const sum = (of: (tenant: TenantPulse) => number) => tenants.reduce((total, tenant) => total + of(tenant), 0)
  const perMinute = Array.from({ length: 60 }, (_, minute) => sum(({ orderHistory }) => orderHistory[minute] ?? 0))
  return (
    <div className="stat-row">
      <StatTile label={t("live.shops")} value={number(tenants.filter(({ status }) => status === "active").length)} />
      <StatTile label={t("live.visitors")} value={number(sum(({ visitors }) => visitors))} />
      <StatTile label={t("live.orders")} value={number(sum(({ ordersPerMinute }) => ordersPerMinute))} trend={perMinute} />
      <StatTile label={t("live.stock-outs")} value={number(sum(({ stockOutsPerMinute }) => stockOutsPerMinute))} />
      <StatTile label={t("live.refusals")} value={number(sum(({ refusalsPerMinute }) => refusalsPerMinute))} />
    </div>
  )
}
