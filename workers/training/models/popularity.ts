import type { Events } from "#workers/training/events/events.ts"

const halfLifeMs = 30 * 86_400_000

/** How many different visitors, each counting less the longer ago it was; a visitor counts once, however often they came back. */
export function trainPopularity({ matrix, at, newestAt }: Events): Float32Array {
  const popularity = new Float32Array(matrix.columns)
  matrix.column.forEach((product, entry) => {
    const age = Math.max(0, newestAt - (at[entry] ?? newestAt))
    popularity[product] = (popularity[product] ?? 0) + 0.1 + 2 ** (-age / halfLifeMs)
  })
  return popularity
}
