import { useShop } from "#app/console/shop/use-shop.ts"
import { useFormats, useText } from "#app/text/text.tsx"
import { money as amountOf } from "#server/kernel/money.ts"

interface Props {
  /** Oldest first, UTC days. */
  days: readonly { readonly day: string; readonly orders: number }[]
  /** Revenue of each day; without it the chart tells of orders. */
  minors: readonly bigint[] | undefined
}

const width = 600
const height = 180
const gap = 3

/** A bar for each day; a pointer is told its number, a reader hears the list. */
export function DayChart({ days, minors }: Props) {
  const t = useText("console")
  const { money, number, date } = useFormats()
  const { currency } = useShop()
  const values = minors?.map(Number) ?? days.map(({ orders }) => orders)
  const sum = minors
    ? money(
        amountOf(
          minors.reduce((a, b) => a + b, 0n),
          currency,
        ),
      )
    : number(values.reduce((a, b) => a + b, 0))
  const noon = (day: string | undefined) => (day === undefined ? "" : date(`${day}T12:00:00Z`))
  const say = (at: number) =>
    minors ? money(amountOf(minors[at] ?? 0n, currency)) : t("overview.chart.orders", { count: values[at] ?? 0 })
  const labels = days.map(({ day }, at) => `${noon(day)}: ${say(at)}`)
  return (
    <figure className="panel grid grid-rows-[auto_minmax(11rem,1fr)_auto] gap-3 p-4 sm:p-5">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-lg">{t(minors ? "overview.chart.revenue" : "overview.chart.count")}</h2>
        <span className="font-semibold tabular-nums">{sum}</span>
      </figcaption>
      <Bars labels={labels} values={values} />
      <p className="flex justify-between text-muted text-xs" aria-hidden="true">
        <span>{noon(days[0]?.day)}</span>
        <span>{t("overview.chart.today")}</span>
      </p>
      <ol className="sr-only" aria-label={t("overview.chart.days")}>
        {labels.map((label) => (
          <li key={label}>{label}</li>
        ))}
      </ol>
    </figure>
  )
}

function Bars({ labels, values }: { labels: readonly string[]; values: readonly number[] }) {
  const top = Math.max(1, ...values)
  const step = width / Math.max(1, labels.length)
  const size = (at: number) => ((values[at] ?? 0) / top) * (height - 8)
  return (
    <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" className="h-full w-full text-accent" aria-hidden="true">
      <path d={`M0 ${height - 0.5}H${width}M0 ${height / 2}H${width}`} stroke="var(--line)" vectorEffect="non-scaling-stroke" />
      {labels.map((label, at) => (
        <g key={label}>
          <title>{label}</title>
          <rect x={at * step} y={0} width={step} height={height} fill="transparent" />
          <rect
            x={at * step + gap / 2}
            y={height - size(at)}
            width={step - gap}
            height={size(at)}
            rx="1.5"
            fill="currentColor"
            opacity={at === labels.length - 1 ? 1 : 0.55}
          />
        </g>
      ))}
    </svg>
  )
}
