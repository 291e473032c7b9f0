import { classes } from "./classes.ts"

export interface TrendSeries {
  /** Undefined without a name: it is the chart's only one. */
  readonly name?: string
  /** Oldest first; null where nothing was measured. */
  readonly values: readonly (number | null)[]
}

interface Props {
  title: string
  /** At most two: the first is drawn with a shade, the second dashed. */
  series: readonly TrendSeries[]
  /** What the chart shows in a sentence, for those who do not see it. */
  summary: string
  /** The value as it stands, at the end of the title's line. */
  now: string
  /** Written at the upper border. */
  top: string
  /** Under the left and the right end. */
  ends: readonly [string, string]
}

const width = 300
const height = 90
const inset = 3

/** Lines over equal steps of time, from zero to the highest value of all. */
export function TrendChart({ title, series, summary, now, top, ends }: Props) {
  const highest = Math.max(1e-9, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)))
  return (
    <figure className="panel trend-chart">
      <figcaption>
        <span className="trend-title">{title}</span>
        <span className="trend-now">{now}</span>
      </figcaption>
      <div className="trend-plot">
        <span className="trend-top" aria-hidden="true">
          {top}
        </span>
        <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={summary}>
          <path d={`M0 ${height - 0.5}H${width}M0 ${inset}H${width}`} stroke="var(--line)" vectorEffect="non-scaling-stroke" />
          {series.map(({ values }, index) => (
            <Line key={series[index]?.name ?? ""} values={values} highest={highest} isFirst={index === 0} />
          ))}
        </svg>
      </div>
      <p className="trend-ends" aria-hidden="true">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </p>
      {series.length > 1 && (
        <p className="trend-names">
          {series.map(({ name }, index) => (
            <span key={name} className={classes("trend-name", index > 0 && "trend-second")}>
              {name}
            </span>
          ))}
        </p>
      )}
    </figure>
  )
}

function Line({ values, highest, isFirst }: { values: readonly (number | null)[]; highest: number; isFirst: boolean }) {
  const step = width / Math.max(1, values.length - 1)
  const runs = runsOf(
    values.map((value, at) => (value === null ? null : `${(at * step).toFixed(1)},${heightOf(value, highest)}`)),
  )
  const line = runs.map((run) => `M${run.points.join("L")}${run.points.length === 1 ? "h0.1" : ""}`).join("")
  const shade = runs.map(
    ({ from, points }) =>
      `M${(from * step).toFixed(1)},${height}L${points.join("L")}L${((from + points.length - 1) * step).toFixed(1)},${height}Z`,
  )
  return (
    <g className={isFirst ? "trend-line" : "trend-line trend-second"}>
      {isFirst && <path d={shade.join("")} fill="currentColor" opacity="0.12" />}
      <path
        d={line}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        vectorEffect="non-scaling-stroke"
        strokeLinecap="round"
      />
    </g>
  )
}

function heightOf(value: number, highest: number): string {
  return (height - inset - (Math.max(0, value) / highest) * (height - 2 * inset)).toFixed(1)
}

/** A gap in the measuring is a gap in the line. */
function runsOf(points: readonly (string | null)[]): { readonly from: number; readonly points: string[] }[] {
  const runs: { from: number; points: string[] }[] = []
  for (const [at, point] of points.entries()) {
    if (point === null) continue
    if (at > 0 && points[at - 1] !== null && runs.length > 0) runs.at(-1)?.points.push(point)
    else runs.push({ from: at, points: [point] })
  }
  return runs
}
