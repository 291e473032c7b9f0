import type { TenantContext } from "#server/context/tenant-context.ts"
import { plainQuestion } from "./rules.ts"

const mostAtOnce = 8
let underWay = 0

/**
 * Counts a question and what it found, for the merchant's report. Nobody waits for it, and while eight are being written further ones are
 * not counted: a flood of searches does not become a queue of writes.
 */
export function recordSearch(ctx: TenantContext, words: string, found: number): void {
  const plain = plainQuestion(words)
  if (plain === "" || underWay >= mostAtOnce) return
  underWay++
  ctx
    .transact(async ({ sql, tenantId, now }) => {
      await sql`
        insert into search_tally as s (tenant_id, day, words, asked, found)
        values (${tenantId}, ${now.toISOString().slice(0, 10)}, ${plain}, 1, ${found})
        on conflict (tenant_id, day, words) do update set asked = s.asked + 1, found = excluded.found`
    })
    .catch(() => undefined)
    .finally(() => underWay--)
}
