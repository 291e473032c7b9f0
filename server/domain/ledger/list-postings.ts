import type { TenantContext } from "#server/context/tenant-context.ts"
import { money } from "#server/kernel/money.ts"
import type { Balance } from "./balances.ts"

export interface PostingRow {
  readonly id: string
  readonly kind: string
  /** What it tells of: the id of a payment or a refund. */
  readonly reference: string
  readonly at: Date
  readonly entries: readonly Balance[]
}

export interface PostingPage {
  readonly postings: readonly PostingRow[]
  readonly total: number
  readonly page: number
  readonly pages: number
}

interface Row {
  readonly id: string
  readonly kind: string
  readonly reference: string
  readonly at: Date
  readonly entries: readonly { readonly account: string; readonly minor: string; readonly currency: string }[]
  readonly total: number
}

const perPage = 25

export interface PostingQuery {
  readonly page?: number
  /** Only what tells of these payments and refunds. */
  readonly references?: readonly string[]
}

/** Newest first. One statement. */
export async function listPostings(ctx: TenantContext, { page = 1, references }: PostingQuery = {}): Promise<PostingPage> {
  const wanted = references ? [...references] : null
  const rows = await ctx.read(
    ({ sql, tenantId }) => sql<Row>`
      select p.id, p.kind, p.reference, p.at, (count(*) over ())::int as total,
        (select json_agg(json_build_object('account', e.account, 'minor', e.amount_minor::text, 'currency', trim(e.currency))
            order by e.amount_minor desc, e.account)
          from entry e where e.tenant_id = p.tenant_id and e.posting_id = p.id) as entries
      from posting p
      where p.tenant_id = ${tenantId} and (${wanted}::text[] is null or p.reference = any(${wanted}::text[]))
      order by p.at desc, p.id desc limit ${perPage} offset ${(page - 1) * perPage}`,
  )
  const total = rows[0]?.total ?? 0
  const postings = rows.map(({ id, kind, reference, at, entries }) => ({
    id,
    kind,
    reference,
    at,
    entries: entries.map(({ account, minor, currency }) => ({ account, amount: money(BigInt(minor), currency) })),
  }))
  return { postings, total, page, pages: Math.max(1, Math.ceil(total / perPage)) }
}
