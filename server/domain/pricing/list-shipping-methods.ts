import type { TenantContext } from "#server/context/tenant-context.ts"
import { type Money, money } from "#server/kernel/money.ts"

export interface ShippingMethodRow {
  readonly id: string
  readonly name: string
  readonly price: Money
  /** Free from this subtotal on; null: never. */
  readonly freeFrom: Money | null
  /** Empty: everywhere. */
  readonly countries: readonly string[]
  readonly minDays: number
  readonly maxDays: number
}

interface MethodRow extends Omit<ShippingMethodRow, "price" | "freeFrom"> {
  readonly priceMinor: bigint
  readonly freeFromMinor: bigint | null
}

export async function listShippingMethods(ctx: TenantContext): Promise<ShippingMethodRow[]> {
  const { currency } = ctx.tenant
  const methods = await ctx.read(
    ({ sql, tenantId }) => sql<MethodRow>`
      select id, name, price_minor as "priceMinor", free_from_minor as "freeFromMinor", countries, min_days as "minDays",
        max_days as "maxDays"
      from shipping_method where tenant_id = ${tenantId} order by position, id`,
  )
  return methods.map(({ id, name, priceMinor, freeFromMinor, countries, minDays, maxDays }) => ({
    id,
    name,
    price: money(priceMinor, currency),
    freeFrom: freeFromMinor === null ? null : money(freeFromMinor, currency),
    countries,
    minDays,
    maxDays,
  }))
}
