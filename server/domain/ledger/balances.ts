import type { TenantContext } from "#server/context/tenant-context.ts"
import { type Money, money } from "#server/kernel/money.ts"

export interface Balance {
  readonly account: string
  /** Debits less credits: what came in is positive, what was earned or is owed negative. */
  readonly amount: Money
}

export async function balances(ctx: TenantContext): Promise<Balance[]> {
  const sums = await ctx.read(
    ({ sql, tenantId }) => sql<{ account: string; minor: string; currency: string }>`
      select account, sum(amount_minor)::text as minor, trim(currency) as currency from entry
      where tenant_id = ${tenantId} group by account, currency order by account, currency`,
  )
  return sums.map(({ account, minor, currency }) => ({ account, amount: money(BigInt(minor), currency) }))
}
