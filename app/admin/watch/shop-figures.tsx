import { useText } from "#app/text/text.tsx"
import { StatTile } from "#app/ui/stat-tile.tsx"
import type { ShopPulse } from "#server/messages/pulse.ts"
import { useMeasures } from "./use-measures.ts"

/** One shop over the last minute, and as it stands. */
export function ShopFigures({ shop }: { shop: ShopPulse }) {
  const t = useText("admin")
  const { number, duration, takings } = useMeasures()
  return (
    <div className="stat-row board-totals">
      <StatTile label={t("live.orders")} value={number(shop.orders)} />
      <StatTile label={t("live.revenue")} value={takings(shop.paid, shop.currency)} />
      <StatTile label={t("live.visitors")} value={number(shop.visitors)} />
      <StatTile label={t("live.stock-outs")} value={number(shop.stockOuts)} />
      <StatTile label={t("live.refusals")} value={number(shop.refusals)} />
      <StatTile label={t("live.faults")} value={number(shop.faults)} />
      <StatTile label={t("live.pages")} value={duration(shop.pagesP95Ms)} note={t("live.served", { count: shop.pages })} />
      <StatTile label={t("live.jobs")} value={duration(shop.jobsP95Ms)} note={t("live.run", { count: shop.jobs })} />
      <StatTile label={t("live.depth")} value={number(shop.queueDepth)} />
      <StatTile label={t("live.age")} value={duration(shop.queueDepth > 0 ? shop.queueAgeMs : null)} />
      <StatTile label={t("live.sockets")} value={number(shop.sockets)} />
      <StatTile label={t("live.held")} value={number(shop.held)} />
    </div>
  )
}
