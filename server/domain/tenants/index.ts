export { changeShop } from "./change-shop.ts"
export { choosePlan } from "./choose-plan.ts"
export { listShops, type ShopCard } from "./list-shops.ts"
export { type OpenedShop, openShop, type ShopOpening } from "./open-shop.ts"
export { findPlan, type PlanChoice } from "./find-plan.ts"
export { plans } from "./plans.ts"
export { reinstateTenant } from "./reinstate-tenant.ts"
export { type ShippingDefault, shippingDefaults } from "./shipping-defaults.ts"
export {
  type ShopChange,
  type ShopRequest,
  shopChange,
  shopCountries,
  shopLanguages,
  shopRequest,
  shopThemes,
} from "./shop-request.ts"
export { slugOf } from "./slug.ts"
export { type SlugView, viewSlug } from "./view-slug.ts"
export { suspendTenant } from "./suspend-tenant.ts"
export { type TaxDefault, taxDefaults } from "./tax-defaults.ts"
export { findTenantByHost, findTenantById, findTenantBySlug, profileColumns } from "./tenant-profile.ts"
