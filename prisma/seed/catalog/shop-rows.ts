import { present } from "#server/kernel/assert.ts"
import { parseDecimal } from "#server/kernel/money.ts"
import { dice } from "#prisma/seed/dice.ts"
import type { Tables } from "#prisma/seed/tables.ts"
import type { PlannedShop } from "./plan.ts"

/** The shop itself, its address, and how it delivers and taxes. */
export function shopRows(tables: Tables, shop: PlannedShop, seedNumber: number): void {
  const { source, tenantId, openedAt } = shop
  const { slug, name, tagline, currency, language, country, theme } = source
  const opened_at = new Date(openedAt)
  tables.tenant.push({
    id: tenantId,
    slug,
    name,
    tagline,
    status: "active",
    currency,
    language,
    country,
    theme,
    commission_bps: 250,
    opened_at,
    suspended_at: null,
  })
  tables.domain.push({ host: shop.host, tenant_id: tenantId, primary: true, verified_at: opened_at })

  shop.locations.forEach(({ id, name: called }, place) => {
    tables.stock_location.push({ tenant_id: tenantId, id, name: called, priority: place + 1, closed_at: null })
  })
  tables.stock_setting.push({ tenant_id: tenantId, low_at: 5 })

  const luck = dice(seedNumber, `${slug}/terms`)
  const minor = (price: string) => present(parseDecimal(price, currency), `price ${price}`).minor
  source.shipping.forEach((method, position) => {
    const [min_days, max_days] = method.days
    tables.shipping_method.push({
      tenant_id: tenantId,
      id: luck.id("shippingMethod", openedAt),
      name: method.name,
      price_minor: minor(method.price),
      free_from_minor: method.freeFrom === undefined ? null : minor(method.freeFrom),
      countries: method.countries,
      min_days,
      max_days,
      position,
    })
  })
  for (const rate of source.taxes) {
    tables.tax_rate.push({
      tenant_id: tenantId,
      id: luck.id("taxRate", openedAt),
      country: rate.country,
      region: rate.region ?? "",
      name: rate.name,
      basis_points: rate.basisPoints,
      included: rate.included,
    })
  }
}
