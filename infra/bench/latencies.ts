/** Milliseconds, to a hundredth. */
export interface Latencies {
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

/** Nearest rank; of nothing, zeros. */
export function latenciesOf(millis: readonly number[]): Latencies {
  const sorted = Float64Array.from(millis).sort()
  const at = (share: number) => rounded(sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0)
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

export function rounded(value: number, digits = 2): number {
  return Number(value.toFixed(digits))
}
