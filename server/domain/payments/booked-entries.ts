import type { Reading } from "#server/context/work.ts"
import { type Account, accounts, type LedgerEntry, type PostingKind } from "#server/domain/ledger/index.ts"
import { money } from "#server/kernel/money.ts"

interface Row {
  readonly account: string
  readonly minor: bigint
  readonly currency: string
}

type Books = Pick<Reading, "sql" | "tenantId">

/** How a fact stands in the books: what was frozen there is what a refund takes back. */
export async function bookedEntries({ sql, tenantId }: Books, kind: PostingKind, reference: string): Promise<LedgerEntry[]> {
  const rows = await sql<Row>`
    select e.account, e.amount_minor as minor, trim(e.currency) as currency
    from posting p join entry e on e.tenant_id = p.tenant_id and e.posting_id = p.id
    where p.tenant_id = ${tenantId} and p.kind = ${kind} and p.reference = ${reference}`
  return rows.map(asEntry)
}

/** What all refunds of a payment have taken back so far, those that came back subtracted. */
export async function takenEntries({ sql, tenantId }: Books, paymentId: string): Promise<LedgerEntry[]> {
  const rows = await sql<Row>`
    select e.account, sum(e.amount_minor)::bigint as minor, trim(e.currency) as currency
    from refund r
      join posting p on p.tenant_id = r.tenant_id and p.reference = r.id and p.kind in ('refund.settled', 'refund.failed')
      join entry e on e.tenant_id = p.tenant_id and e.posting_id = p.id
    where r.tenant_id = ${tenantId} and r.payment_id = ${paymentId} group by e.account, e.currency`
  return rows.map(asEntry)
}

function asEntry({ account, minor, currency }: Row): LedgerEntry {
  return { account: accountOf(account), amount: money(minor, currency) }
}

function accountOf(text: string): Account {
  const account = accounts.find((known) => known === text)
  if (!account) throw new Error(`no such account: ${text}`)
  return account
}
