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

export async function listShippingMethods(ctx: TenantContext): Promise<ShippingMethodRow[]> {
  const { currency } = ctx.tenant
  const methods = await ctx.read(({ rows }) => rows.shippingMethod.findMany({ orderBy: [{ position: "asc" }, { id: "asc" }] }))
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
