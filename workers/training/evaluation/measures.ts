import { topOf } from "#server/domain/recommendations/index.ts"
import type { Examinee } from "./split-events.ts"

/** How well a list foretells, on average over those asked. All between nought and one but novelty. */
export interface Measures {
  readonly recall10: number
  readonly recall20: number
  readonly ndcg10: number
  /** The share of all products that anybody was shown. */
  readonly coverage: number
  /** Bits of surprise: how rare the shown products are among visitors, on average. */
  readonly novelty: number
  readonly asked: number
}

/** Takes lists of scores, one examinee after the other. */
export interface Judge {
  hear(examinee: Examinee, scores: Float32Array): void
  verdict(): Measures
}

const shown = 20

/** `share` is the share of visitors who met a product. */
export function openJudge(share: Float32Array): Judge {
  const seen = new Set<number>()
  const sums = { recall10: 0, recall20: 0, ndcg10: 0, surprise: 0, asked: 0 }
  return {
    hear({ past, hidden }, scores) {
      const known = new Set(past.map(({ item }) => item))
      const list = topOf(scores, shown, (item) => known.has(item))
      const hits = list.map((item) => hidden.has(item))
      sums.recall10 += hits.slice(0, 10).filter(Boolean).length / Math.min(10, hidden.size)
      sums.recall20 += hits.filter(Boolean).length / Math.min(shown, hidden.size)
      sums.ndcg10 += gainOf(hits.slice(0, 10)) / gainOf(Array.from({ length: Math.min(10, hidden.size) }, () => true))
      for (const item of list) {
        seen.add(item)
        sums.surprise -= Math.log2(Math.max(share[item] ?? 0, 1e-6)) / list.length
      }
      sums.asked++
    },
    verdict() {
      const of = (sum: number) => (sums.asked === 0 ? 0 : sum / sums.asked)
      return {
        recall10: of(sums.recall10),
        recall20: of(sums.recall20),
        ndcg10: of(sums.ndcg10),
        coverage: share.length === 0 ? 0 : seen.size / share.length,
        novelty: of(sums.surprise),
        asked: sums.asked,
      }
    },
  }
}

function gainOf(hits: readonly boolean[]): number {
  return hits.reduce((sum, hit, place) => sum + (hit ? 1 / Math.log2(place + 2) : 0), 0)
}
