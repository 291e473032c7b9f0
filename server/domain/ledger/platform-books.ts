import type { PlatformContext } from "#server/context/platform-context.ts"
import { type Money, money } from "#server/kernel/money.ts"

/** How the platform stands with one shop, in one currency. */
export interface ShopPosition {
  readonly tenantId: string
  readonly shop: string
  /** What its customers paid and the provider still holds. */
  readonly atProvider: Money
  /** The platform's own part of it. */
  readonly commission: Money
  /** What the provider kept. */
  readonly fees: Money
  /** The shop's part. Negative: it owes the platform. */
  readonly owed: Money
}

interface Row {
  readonly tenantId: string
  readonly shop: string
  readonly currency: string
  readonly atProvider: bigint
  readonly commission: bigint
  readonly fees: bigint
  readonly owed: bigint
}

/** Every shop's position by its books; the largest commission first. One statement. */
export async function platformBooks(platform: PlatformContext): Promise<ShopPosition[]> {
  const rows = await platform.read(
    "ledger.platform-books",
    ({ sql }) => sql<Row>`
      select e.tenant_id as "tenantId", t.name as shop, trim(e.currency) as currency,
        coalesce(sum(e.amount_minor) filter (where e.account = 'cash:clearing'), 0)::bigint as "atProvider",
        coalesce(-sum(e.amount_minor) filter (where e.account = 'platform:commission'), 0)::bigint as commission,
        coalesce(sum(e.amount_minor) filter (where e.account = 'fees'), 0)::bigint as fees,
        coalesce(-sum(e.amount_minor) filter (where e.account in ('held', 'payable')), 0)::bigint as owed
      from entry e join tenant t on t.id = e.tenant_id
      group by e.tenant_id, t.name, e.currency order by commission desc, t.name`,
  )
  return rows.map(({ currency, atProvider, commission, fees, owed, ...shop }) => {
    const of = (minor: bigint) => money(minor, currency)
    return {
      ...shop,
      ...{ atProvider: of(atProvider), commission: of(commission), fees: of(fees), owed: of(owed) },
    }
  })
}
