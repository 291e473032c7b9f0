import { useMeasures } from "#app/admin/watch/use-measures.ts"
import { useText } from "#app/text/text.tsx"
import { StatTile } from "#app/ui/stat-tile.tsx"
import { money } from "#server/kernel/money.ts"
import { useFormats } from "#app/text/text.tsx"
import type { BoardPage, Minute } from "#server/messages/pulse.ts"

/** The whole market. Revenue stands once per currency: currencies do not add up. */
export function Totals({ page, hour }: { page: BoardPage; hour: readonly Minute[] }) {
  const t = useText("admin")
  const { number, duration } = useMeasures()
  const { totals } = page
  const trend = (of: (minute: Minute) => number | null) => hour.map((minute) => of(minute) ?? 0)
  return (
    <div className="stat-row board-totals">
      <StatTile label={t("live.orders")} value={number(totals.orders)} trend={trend(({ orders }) => orders)} />
      <StatTile label={t("live.revenue")} value={<Takings paid={totals.paid} />} />
      <StatTile label={t("live.visitors")} value={number(totals.visitors)} trend={trend(({ visitors }) => visitors)} />
      <StatTile label={t("live.pages")} value={duration(totals.pagesP95Ms)} trend={trend(({ pagesP95Ms }) => pagesP95Ms)} />
      <StatTile label={t("live.jobs")} value={duration(totals.jobsP95Ms)} trend={trend(({ jobsP95Ms }) => jobsP95Ms)} />
      <StatTile label={t("live.faults")} value={number(totals.faults)} trend={trend(({ faults }) => faults)} />
      <StatTile label={t("live.refusals")} value={number(totals.refusals)} />
      <StatTile label={t("live.stock-outs")} value={number(totals.stockOuts)} />
      <StatTile
        label={t("live.depth")}
        value={number(totals.queueDepth)}
        note={totals.queueDepth > 0 ? t("live.oldest", { time: duration(totals.queueAgeMs) }) : undefined}
      />
      <StatTile label={t("live.held")} value={number(totals.held)} />
      <StatTile label={t("live.sockets")} value={number(totals.sockets)} />
      <StatTile label={t("live.shops")} value={number(page.activeShops)} />
    </div>
  )
}

function Takings({ paid }: { paid: BoardPage["totals"]["paid"] }) {
  const t = useText("admin")
  const { money: write } = useFormats()
  const amounts = Object.entries(paid).sort(([a], [b]) => (a < b ? -1 : 1))
  if (amounts.length === 0) return t("measure.none")
  return (
    <span className="board-takings">
      {amounts.map(([currency, minor]) => (
        <span key={currency}>{write(money(BigInt(minor), currency))}</span>
      ))}
    </span>
  )
}
