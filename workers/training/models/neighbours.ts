import type { Neighbours } from "#server/domain/recommendations/index.ts"

/** Collects, row by row, the few columns with the highest scores. Equal scores go by number, so that a repeat gives the same. */
export function neighboursOf(rows: number, most: number): { take(row: number, scores: Float32Array): void; done(): Neighbours } {
  const count = Math.max(1, Math.min(most, rows - 1))
  const ids = new Int32Array(rows * count).fill(-1)
  const scores = new Float32Array(rows * count)
  return {
    take(row, given) {
      const best = highest(given, count, row)
      best.forEach((column, place) => {
        ids[row * count + place] = column
        scores[row * count + place] = given[column] ?? 0
      })
    },
    done: () => ({ count, ids, scores }),
  }
}

/** Columns of the highest scores above nought, highest first, `except` left out. */
function highest(scores: Float32Array, count: number, except: number): number[] {
  const best: number[] = []
  let least = 0
  for (let column = 0; column < scores.length; column++) {
    const score = scores[column] ?? 0
    if (score <= least || column === except) continue
    let place = best.length
    while (place > 0 && (scores[best[place - 1] ?? 0] ?? 0) < score) place--
    best.splice(place, 0, column)
    if (best.length > count) best.pop()
    if (best.length === count) least = scores[best[count - 1] ?? 0] ?? 0
  }
  return best
}
