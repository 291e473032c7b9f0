import type { RefusalCode } from "#server/messages/refusals.ts"

/** What each no is called in HTTP. */
export const refusalStatus: Readonly<Record<RefusalCode, number>> = {
  "tenants.slug-taken": 409,
  "tenants.slug-reserved": 422,
  "tenants.not-found": 404,
  "tenants.suspended": 503,
  "identity.bad-credentials": 422,
  "identity.email-taken": 409,
  "identity.not-allowed": 403,
  "catalog.product-not-found": 404,
  "catalog.category-not-found": 404,
  "catalog.slug-taken": 409,
  "catalog.sku-taken": 409,
  "catalog.bad-picture": 422,
  "catalog.not-publishable": 422,
  "inventory.sold-out": 409,
  "inventory.below-reserved": 409,
  "pricing.no-shipping": 422,
  "carts.empty": 422,
  "carts.unknown-variant": 422,
  "carts.full": 422,
  "carts.quantity": 422,
  "orders.not-found": 404,
  "orders.wrong-state": 409,
  "payments.unavailable": 503,
  "http.too-many-requests": 429,
}
