import type { PlatformContext } from "#server/context/platform-context.ts"

export interface IndexLag {
  /** Documents that are due and not made yet. */
  readonly waiting: number
  /** How long the longest has been waiting; 0 when none is. */
  readonly lagMs: number
  readonly shops: number
}

/** How far the search is behind the shops. One statement over an index. */
export async function indexLag(platform: PlatformContext): Promise<IndexLag> {
  const now = platform.clock.now()
  const [row] = await platform.read(
    "search.index-lag",
    ({ sql }) => sql<{ waiting: number; shops: number; since: Date | null }>`
      select count(*)::int as waiting, count(distinct tenant_id)::int as shops, min(due_at) as since from search_due where due_at <= ${now}`,
  )
  return {
    waiting: row?.waiting ?? 0,
    shops: row?.shops ?? 0,
    lagMs: row?.since ? Math.max(0, now.getTime() - row.since.getTime()) : 0,
  }
}
