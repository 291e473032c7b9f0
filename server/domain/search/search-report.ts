import type { TenantContext } from "#server/context/tenant-context.ts"
import { after, days } from "#server/kernel/clock.ts"
import { plainQuestion } from "./rules.ts"

/** What became of one question in thirty days. */
export interface AskedQuestion {
  readonly words: string
  readonly asked: number
  /** Products that it found the last time. */
  readonly found: number
  /** Results that were opened, and of those how many were bought by the same visitor within a week. */
  readonly clicks: number
  readonly sales: number
}

export interface SearchReport {
  readonly asked: number
  /** Of all that was asked, how much found nothing. */
  readonly empty: number
  readonly clicks: number
  readonly sales: number
  /** What is asked most, and what is asked most of what finds nothing: twenty at most. */
  readonly top: readonly AskedQuestion[]
  readonly fruitless: readonly AskedQuestion[]
}

const span = days(30)
const mostListed = 20
const mostQuestions = 5_000

/** Two statements over thirty days. */
export async function searchReport(ctx: TenantContext): Promise<SearchReport> {
  const { tallies, clicks } = await ctx.read(async ({ sql, tenantId, now }) => {
    const since = after(now, -span)
    const [tallies, clicks] = await Promise.all([
      sql<{ words: string; asked: number; found: number; empty: number }>`
        select words, sum(asked)::int as asked, (array_agg(found order by day desc))[1] as found,
          coalesce(sum(asked) filter (where found = 0), 0)::int as empty
        from search_tally where tenant_id = ${tenantId} and day >= ${since.toISOString().slice(0, 10)}
        group by words order by 2 desc, 1 limit ${mostQuestions}`,
      sql<{ words: string; clicks: number; sales: number }>`
        select s.detail as words, count(*)::int as clicks, count(*) filter (where exists (
          select from signal p where p.tenant_id = ${tenantId} and p.kind = 'purchase' and p.visitor_id = s.visitor_id
            and p.product_id = s.product_id and p.at >= s.at and p.at < s.at + interval '7 days'))::int as sales
        from signal s where s.tenant_id = ${tenantId} and s.kind = 'search' and s.product_id is not null and s.at > ${since}::timestamptz
        group by s.detail order by 2 desc limit ${mostQuestions}`,
    ])
    return { tallies, clicks }
  })
  const followed = sumByQuestion(clicks)
  const asked = tallies.map(
    ({ words, asked, found }): AskedQuestion => ({ words, asked, found, ...(followed.get(words) ?? { clicks: 0, sales: 0 }) }),
  )
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
  return {
    asked: sum(tallies.map(({ asked }) => asked)),
    empty: sum(tallies.map(({ empty }) => empty)),
    clicks: sum(clicks.map(({ clicks }) => clicks)),
    sales: sum(clicks.map(({ sales }) => sales)),
    top: asked.slice(0, mostListed),
    fruitless: asked.filter(({ found }) => found === 0).slice(0, mostListed),
  }
}

/** Browsers tell the words as typed; tallies know them plain. */
function sumByQuestion(clicks: readonly { readonly words: string; readonly clicks: number; readonly sales: number }[]) {
  const sums = new Map<string, { clicks: number; sales: number }>()
  for (const { words, clicks: more, sales: sold } of clicks) {
    const plain = plainQuestion(words)
    const { clicks, sales } = sums.get(plain) ?? { clicks: 0, sales: 0 }
    sums.set(plain, { clicks: clicks + more, sales: sales + sold })
  }
  return sums
}
