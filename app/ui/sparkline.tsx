interface Props {
  /** Oldest first. */
  values: readonly number[]
}

const width = 120
const height = 32

/** A line over its own shade, from zero to the highest value; decoration beside a number. */
export function Sparkline({ values }: Props) {
  if (values.length < 2) return null
  const top = Math.max(1, ...values)
  const points = values.map((value, at) => {
    const x = (at / (values.length - 1)) * width
    const y = height - 2 - (Math.max(0, value) / top) * (height - 4)
    return `${x.toFixed(1)},${y.toFixed(1)}`
  })
  const line = `M${points.join("L")}`
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      className="mt-auto h-8 pt-0.5 w-full text-link"
      aria-hidden="true"
    >
      <path d={`${line}L${width},${height}L0,${height}Z`} fill="currentColor" opacity="0.12" />
      <path
        d={line}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        vectorEffect="non-scaling-stroke"
        strokeLinejoin="round"
      />
    </svg>
  )
}
