import type { TenantContext } from "#server/context/tenant-context.ts"
import { type Money, money } from "#server/kernel/money.ts"

/** What the shop has coming, in its own currency. */
export interface Position {
  /** All of it. Negative: more went back than was left, and the next sales make up for it. */
  readonly owed: Money
  /** The part of sales that may not be paid out yet. */
  readonly pending: Money
  /** The rest: it can be paid out. Negative: as above. */
  readonly available: Money
}

interface Row {
  readonly pending: bigint
  readonly available: bigint
}

/** What is owed to the shop, by its books. One statement. */
export async function position(ctx: TenantContext): Promise<Position> {
  const { currency } = ctx.tenant
  const [row] = await ctx.read(
    ({ sql, tenantId }) => sql<Row>`
      select coalesce(-sum(amount_minor) filter (where account = 'held'), 0)::bigint as pending,
        coalesce(-sum(amount_minor) filter (where account = 'payable'), 0)::bigint as available
      from entry where tenant_id = ${tenantId} and currency = ${currency} and account in ('held', 'payable')`,
  )
  const { pending = 0n, available = 0n } = row ?? {}
  return { owed: money(pending + available, currency), pending: money(pending, currency), available: money(available, currency) }
}
