import type { PlatformContext, PlatformWork } from "#server/context/platform-context.ts"
import { isUniqueViolation } from "#server/context/unique-violation.ts"
import { newId } from "#server/kernel/ids.ts"
import { refuse } from "#server/messages/refusals.ts"
import { firstLocationName } from "./first-location.ts"
import { shippingDefaults } from "./shipping-defaults.ts"
import type { ShopRequest } from "./shop-request.ts"
import { checkSlugIsFree } from "./slug.ts"
import { taxDefaults } from "./tax-defaults.ts"

export interface OpenedShop {
  readonly tenantId: string
  readonly slug: string
  readonly host: string
}

export interface ShopOpening extends ShopRequest {
  /** The platform's own host: the shop is opened at `<slug>.<apexHost>`. */
  readonly apexHost: string
  readonly tagline?: string
  readonly tenantId?: string
}

/**
 * A shop, its address, its owner, and what it needs to sell: a place for its goods, two ways of delivery and its country's tax.
 * @throws Refusal tenants.slug-taken, tenants.slug-reserved
 */
export async function openShop(platform: PlatformContext, accountId: string, opening: ShopOpening): Promise<OpenedShop> {
  checkSlugIsFree(opening.slug)
  const { slug } = opening
  const tenantId = opening.tenantId ?? newId("tenant", platform.clock.now().getTime())
  const host = `${slug}.${opening.apexHost}`
  try {
    await platform.transact("tenants.open", async (work) => {
      await recordTenant(work, tenantId, host, opening)
      await work.rows.membership.create({
        data: { tenantId, id: newId("membership"), accountId, role: "owner", createdAt: work.now },
      })
      await recordTerms(work, tenantId, opening)
      await recordStockroom(work, tenantId, opening)
      await work.emit(tenantId, "tenant.opened", { tenantId })
    })
  } catch (error) {
    if (isUniqueViolation(error)) refuse("tenants.slug-taken", { slug })
    throw error
  }
  return { tenantId, slug, host }
}

async function recordTenant({ rows, now }: PlatformWork, tenantId: string, host: string, opening: ShopOpening): Promise<void> {
  const { slug, name, tagline = "", currency, language, country, theme } = opening
  await rows.tenant.create({ data: { id: tenantId, slug, name, tagline, currency, language, country, theme, openedAt: now } })
  await rows.domain.create({ data: { host, tenantId, primary: true, verifiedAt: now } })
}

async function recordTerms(
  { rows }: PlatformWork,
  tenantId: string,
  { language, currency, country }: ShopOpening,
): Promise<void> {
  const methods = shippingDefaults(language, currency)
  await rows.shippingMethod.createMany({
    data: methods.map((method, position) => ({ ...method, tenantId, id: newId("shippingMethod"), countries: [], position })),
  })
  const tax = taxDefaults[country]
  if (tax) await rows.taxRate.create({ data: { ...tax, tenantId, id: newId("taxRate"), country, region: "" } })
}

async function recordStockroom({ rows }: PlatformWork, tenantId: string, { language }: ShopOpening): Promise<void> {
  const location = { id: newId("location"), name: firstLocationName(language), priority: 1 }
  await rows.stockLocation.create({ data: { ...location, tenantId } })
  await rows.stockSetting.create({ data: { tenantId } })
}
