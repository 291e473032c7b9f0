import type { Work } from "#server/context/work.ts"
import { newId } from "#server/kernel/ids.ts"
import type { LedgerEntry, Posting } from "./posting.ts"

/**
 * Writes one business fact to the books, in one statement. Answers false when it was told before: then nothing is written.
 * Entries of zero are left out. The database checks the sum once more at commit.
 * @throws RangeError when the entries of a currency do not sum to zero
 */
export async function post(work: Work, posting: Posting): Promise<boolean> {
  return (await postAll(work, [posting])) > 0
}

/** As `post`, for many facts of one shop in one statement. Answers how many had not been told before. */
export async function postAll(work: Work, postings: readonly Posting[]): Promise<number> {
  const { tenantId, now } = work
  const told = postings.flatMap(({ entries, ...fact }) => {
    const moved = entries.filter(({ amount }) => amount.minor !== 0n)
    checkBalance(moved)
    return moved.length === 0 ? [] : [{ ...fact, id: newId("posting", now.getTime()), entries: moved }]
  })
  if (told.length === 0) return 0
  const lines = told.flatMap(({ id, entries }) => entries.map((entry) => ({ postingId: id, ...entry })))
  const written = await work.sql<{ id: string }>`
    with posted as (
      insert into posting (tenant_id, id, kind, reference, at)
      select ${tenantId}, p.id, p.kind, p.reference, ${now}::timestamptz
      from unnest(${told.map(({ id }) => id)}::text[], ${told.map(({ kind }) => kind)}::text[],
        ${told.map(({ reference }) => reference)}::text[]) as p(id, kind, reference)
      on conflict (tenant_id, kind, reference) do nothing
      returning id
    ), booked as (
      insert into entry (tenant_id, id, posting_id, account, amount_minor, currency)
      select ${tenantId}, e.id, posted.id, e.account, e.amount_minor, e.currency
      from unnest(
        ${lines.map(() => newId("entry", now.getTime()))}::text[],
        ${lines.map(({ postingId }) => postingId)}::text[],
        ${lines.map(({ account }) => account)}::text[],
        ${lines.map(({ amount }) => amount.minor.toString())}::bigint[],
        ${lines.map(({ amount }) => amount.currency)}::text[]
      ) as e(id, posting_id, account, amount_minor, currency) join posted on posted.id = e.posting_id
    )
    select id from posted`
  return written.length
}

export function checkBalance(entries: readonly LedgerEntry[]): void {
  const sums = new Map<string, bigint>()
  for (const { amount } of entries) sums.set(amount.currency, (sums.get(amount.currency) ?? 0n) + amount.minor)
  for (const [currency, sum] of sums) if (sum !== 0n) throw new RangeError(`entries are off by ${sum} ${currency}`)
}
