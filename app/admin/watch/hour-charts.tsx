import { memo } from "react"
import { useFormats, useText } from "#app/text/text.tsx"
import { TrendChart, type TrendSeries } from "#app/ui/trend-chart.tsx"
import { money } from "#server/kernel/money.ts"
import type { Minute } from "#server/messages/pulse.ts"
import { HourTable } from "./hour-table.tsx"
import { hourOf } from "./hour-of.ts"
import { useMeasures } from "./use-measures.ts"

interface Chart {
  readonly title: string
  readonly series: readonly TrendSeries[]
  readonly write: (value: number) => string
}

/** The last hour, a chart per figure; `now` is the beginning of the present minute, the last one shown. All of it stands in a table, too. */
export const HourCharts = memo(function HourCharts({ minutes, now }: { minutes: readonly Minute[]; now: number }) {
  const t = useText("admin")
  const hour = hourOf(minutes, now)
  const charts = useCharts(hour)
  const { time } = useFormats()
  const ends = [time(new Date(hour[0]?.at ?? now)), t("hour.now")] as const
  return (
    <>
      <div className="trend-grid">
        {charts.map(({ title, series, write }) => {
          const all = series.flatMap(({ values }) => values.map((value) => value ?? 0))
          const top = write(Math.max(0, ...all))
          const last = series.map(({ values }) => values.at(-1) ?? null)
          const present = last.map((value) => (value === null ? t("measure.none") : write(value))).join(" · ")
          const summary = t("hour.summary", { title, now: present, top, at: time(new Date(peakOf(hour, series))) })
          return <TrendChart key={title} {...{ title, series, summary, top, ends }} now={present} />
        })}
      </div>
      <HourTable hour={hour} />
    </>
  )
})

function useCharts(hour: readonly Minute[]): Chart[] {
  const t = useText("admin")
  const { number, duration } = useMeasures()
  const { money: spell } = useFormats()
  const of = (pick: (minute: Minute) => number | null, name?: string): TrendSeries => ({
    values: hour.map(pick),
    ...(name === undefined ? {} : { name }),
  })
  const currencies = [...new Set(hour.flatMap(({ paid }) => Object.keys(paid)))].sort()
  return [
    { title: t("live.orders"), series: [of(({ orders }) => orders)], write: number },
    // Amounts as numbers are for drawing alone.
    ...currencies.map((currency) => ({
      title: t("hour.paid", { currency }),
      series: [of(({ paid }) => Number(paid[currency] ?? 0))],
      write: (minor: number) => spell(money(BigInt(Math.round(minor)), currency)),
    })),
    { title: t("live.visitors"), series: [of(({ visitors }) => visitors)], write: number },
    {
      title: t("hour.noes"),
      series: [of(({ refusals }) => refusals, t("live.refusals")), of(({ stockOuts }) => stockOuts, t("live.stock-outs"))],
      write: number,
    },
    { title: t("live.faults"), series: [of(({ faults }) => faults)], write: number },
    {
      title: t("hour.p95"),
      series: [of(({ pagesP95Ms }) => pagesP95Ms, t("hour.pages")), of(({ jobsP95Ms }) => jobsP95Ms, t("hour.jobs"))],
      write: duration,
    },
    {
      title: t("hour.payments"),
      series: [of(({ settled }) => settled, t("hour.settled")), of(({ failed }) => failed, t("hour.failed"))],
      write: number,
    },
    { title: t("live.depth"), series: [of(({ queueDepth }) => queueDepth)], write: number },
    { title: t("live.age"), series: [of(({ queueAgeMs }) => queueAgeMs)], write: duration },
    {
      title: t("hour.connected"),
      series: [of(({ sockets }) => sockets, t("live.sockets")), of(({ held }) => held, t("live.held"))],
      write: number,
    },
  ]
}

/** When the highest of all values was. */
function peakOf(hour: readonly Minute[], series: readonly TrendSeries[]): number {
  const highest = (at: number) => Math.max(...series.map(({ values }) => values[at] ?? 0))
  const best = hour.reduce((found, _, at) => (highest(at) > highest(found) ? at : found), 0)
  return hour[best]?.at ?? 0
}
