import type { PlatformRows } from "#prisma/platform.ts"
import { type Sample, sampleBody } from "./sample.ts"

/** Follows what all processes say. */
export interface SampleReader {
  /** Everything since the last time, or of the last `backMs`, whichever is less; per node in its order. Each sample once. */
  next(platform: Pick<PlatformRows, "sql">, now: Date): Promise<Sample[]>
}

/**
 * Each node's words are numbered by itself and written one after the other, so the highest number seen of a node is all that there is
 * to remember: a word that is committed late is late, never lost.
 */
export function createSampleReader(backMs: number): SampleReader {
  let heads = new Map<string, { n: number; at: number }>()
  return {
    async next({ sql }, now) {
      const since = new Date(now.getTime() - backMs)
      const rows = await sql<{ node: string; n: number; at: Date; body: unknown }>`
        select s.node, s.n, s.at, s.body
        from pulse_sample s
        left join unnest(${[...heads.keys()]}::text[], ${[...heads.values()].map(({ n }) => n)}::int[]) as seen (node, n) on seen.node = s.node
        where s.at > ${since} and s.n > coalesce(seen.n, 0)
        order by s.at, s.node, s.n`
      for (const { node, n, at } of rows) heads.set(node, { n, at: at.getTime() })
      heads = new Map([...heads].filter(([, head]) => head.at > since.getTime()))
      return rows.flatMap(({ body, ...row }) => {
        const read = sampleBody.safeParse(body)
        return read.success ? [{ ...row, body: read.data }] : []
      })
    },
  }
}
