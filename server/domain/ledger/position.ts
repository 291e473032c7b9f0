import type { TenantContext } from "#server/context/tenant-context.ts"
import { type Money, money } from "#server/kernel/money.ts"

/** What the shop has coming, in its own currency. */
export interface Position {
  /** All of it. Negative: more went back than was left, and the next sales make up for it. */
  readonly owed: Money
  /** The part that the provider does not release yet. */
  readonly pending: Money
  /** The rest: it can be paid out. */
  readonly available: Money
}

interface Row {
  readonly owed: bigint
  readonly pending: bigint
}

/**
 * The shop's part of what lies at the provider: everything but the platform's commission. Pending is what came in and is not released
 * yet, or of which the provider has not told when. One statement.
 */
export async function position(ctx: TenantContext): Promise<Position> {
  const { currency } = ctx.tenant
  const [row] = await ctx.read(
    ({ sql, tenantId, now }) => sql<Row>`
      select coalesce(sum(e.amount_minor), 0)::bigint as owed,
        coalesce(sum(e.amount_minor) filter (where s.id is not null and (t.id is null or t.available_at > ${now}::timestamptz)), 0)::bigint
          as pending
      from entry e
        join posting p on p.tenant_id = e.tenant_id and p.id = e.posting_id
        left join posting s on p.kind = 'payment.settled' and s.tenant_id = p.tenant_id and s.id = p.id
        left join provider_transaction t on t.tenant_id = p.tenant_id and t.posting_id = p.id
      where e.tenant_id = ${tenantId} and e.currency = ${currency} and e.account in ('cash:clearing', 'platform:commission')`,
  )
  const { owed = 0n, pending = 0n } = row ?? {}
  return { owed: money(owed, currency), pending: money(pending, currency), available: money(owed - pending, currency) }
}
