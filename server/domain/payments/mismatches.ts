import type { PlatformContext } from "#server/context/platform-context.ts"
import { after, minutes } from "#server/kernel/clock.ts"
import { type Money, money } from "#server/kernel/money.ts"

/**
 * no-posting: money moved at the provider and we booked nothing like it; no-movement: we booked and nothing moved; foreign: the
 * provider names no shop of ours.
 */
export interface Mismatch {
  readonly kind: "no-posting" | "no-movement" | "foreign"
  readonly tenantId: string
  readonly shop: string
  /** The provider's name of the movement, or our posting's subject. */
  readonly reference: string
  readonly subject: string
  readonly amount: Money
  readonly at: Date
}

export interface Reconciliation {
  readonly movements: number
  readonly matched: number
  readonly mismatches: readonly Mismatch[]
}

/** Both sides need a moment to hear of each other. */
const patience = minutes(10)
const most = 200

interface Row extends Omit<Mismatch, "amount"> {
  readonly minor: bigint
  readonly currency: string
}

/** What the provider and our books do not agree on, newest first. */
export async function mismatches(platform: PlatformContext): Promise<Reconciliation> {
  const before = after(platform.clock.now(), -patience)
  return platform.read("payments.mismatches", async ({ sql }) => {
    const [counts] = await sql<{ movements: number; matched: number }>`
      select count(*)::int as movements, count(posting_id)::int as matched from provider_transaction`
    const rows = await sql<Row>`
      select case when t.tenant_id = '' or t.kind = 'other' then 'foreign' else 'no-posting' end as kind, t.tenant_id as "tenantId",
        coalesce(s.name, '') as shop, t.id as reference, t.subject_id as subject, t.amount_minor as minor, trim(t.currency) as currency,
        t.occurred_at as at
      from provider_transaction t left join tenant s on s.id = t.tenant_id
      where t.posting_id is null and t.occurred_at < ${before}::timestamptz
      union all
      select 'no-movement', p.tenant_id, s.name, p.reference, p.reference, e.amount_minor, trim(e.currency), p.at
      from posting p
        join tenant s on s.id = p.tenant_id
        join entry e on e.tenant_id = p.tenant_id and e.posting_id = p.id and e.account = 'cash:clearing'
      where p.kind in ('payment.settled', 'refund.settled', 'refund.failed', 'transfer.sent', 'transfer.reversed') and p.at < ${before}::timestamptz
        and p.at >= coalesce((select min(occurred_at) from provider_transaction), 'infinity'::timestamptz)
        and not exists (select from provider_transaction t where t.tenant_id = p.tenant_id and t.posting_id = p.id)
      order by at desc limit ${most}`
    const found = rows.map(({ minor, currency, ...row }) => ({ ...row, amount: money(minor, currency) }))
    return { movements: counts?.movements ?? 0, matched: counts?.matched ?? 0, mismatches: found }
  })
}
