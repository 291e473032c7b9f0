import type { Work } from "#server/context/work.ts"
import { newId } from "#server/kernel/ids.ts"
import type { LedgerEntry, Posting } from "./posting.ts"

/**
 * Writes one business fact to the books, in one statement. Answers false when it was told before: then nothing is written.
 * Entries of zero are left out. The database checks the sum once more at commit.
 * @throws RangeError when the entries of a currency do not sum to zero
 */
export async function post(work: Work, { kind, reference, entries }: Posting): Promise<boolean> {
  const { tenantId, now } = work
  const told = entries.filter(({ amount }) => amount.minor !== 0n)
  if (told.length === 0) return false
  checkBalance(told)
  const written = await work.sql<{ postingId: string }>`
    with posted as (
      insert into posting (tenant_id, id, kind, reference, at)
      values (${tenantId}, ${newId("posting", now.getTime())}, ${kind}, ${reference}, ${now}::timestamptz)
      on conflict (tenant_id, kind, reference) do nothing
      returning id
    )
    insert into entry (tenant_id, id, posting_id, account, amount_minor, currency)
    select ${tenantId}, e.id, posted.id, e.account, e.amount_minor, e.currency
    from posted, unnest(
      ${told.map(() => newId("entry", now.getTime()))}::text[],
      ${told.map(({ account }) => account)}::text[],
      ${told.map(({ amount }) => amount.minor.toString())}::bigint[],
      ${told.map(({ amount }) => amount.currency)}::text[]
    ) as e(id, account, amount_minor, currency)
    returning posting_id as "postingId"`
  return written.length > 0
}

export function checkBalance(entries: readonly LedgerEntry[]): void {
  const sums = new Map<string, bigint>()
  for (const { amount } of entries) sums.set(amount.currency, (sums.get(amount.currency) ?? 0n) + amount.minor)
  for (const [currency, sum] of sums) if (sum !== 0n) throw new RangeError(`entries are off by ${sum} ${currency}`)
}
