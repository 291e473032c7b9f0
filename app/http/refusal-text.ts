import type { Say } from "#app/text/catalogue.ts"
import { branded } from "#server/kernel/brand.ts"
import { decimalText } from "#server/kernel/money.ts"
import type { Refusal, RefusalCode, RefusalDetails } from "#server/messages/refusals.ts"

type Sentence<C extends RefusalCode> = (say: Say<"refusals">, details: RefusalDetails[C]) => string

const sentences: { readonly [C in RefusalCode]: Sentence<C> } = {
  "tenants.slug-taken": (say, { slug }) => say("tenants.slug-taken", { slug }),
  "tenants.slug-reserved": (say, { slug }) => say("tenants.slug-reserved", { slug }),
  "tenants.not-found": (say) => say("tenants.not-found"),
  "tenants.suspended": (say) => say("tenants.suspended"),
  "identity.bad-credentials": (say) => say("identity.bad-credentials"),
  "identity.email-taken": (say, { email }) => say("identity.email-taken", { email }),
  "identity.not-allowed": (say) => say("identity.not-allowed"),
  "catalog.product-not-found": (say) => say("catalog.product-not-found"),
  "catalog.category-not-found": (say) => say("catalog.category-not-found"),
  "catalog.slug-taken": (say, { slug }) => say("catalog.slug-taken", { slug }),
  "catalog.sku-taken": (say, { sku }) => say("catalog.sku-taken", { sku }),
  "catalog.bad-picture": (say) => say("catalog.bad-picture"),
  "catalog.not-publishable": (say, { missing }) => say(`catalog.not-publishable.${missing}`),
  "inventory.sold-out": (say, { free }) => (free > 0 ? say("inventory.sold-out.some", { free }) : say("inventory.sold-out.none")),
  "inventory.below-reserved": (say, { reserved }) => say("inventory.below-reserved", { reserved }),
  "inventory.below-promised": (say, { promised }) => say("inventory.below-promised", { promised }),
  "inventory.location-not-found": (say) => say("inventory.location-not-found"),
  "inventory.location-taken": (say, { name }) => say("inventory.location-taken", { name }),
  "inventory.location-in-use": (say, { pieces }) => say("inventory.location-in-use", { pieces }),
  "inventory.last-location": (say) => say("inventory.last-location"),
  "inventory.not-there": (say, { there, wanted }) => say("inventory.not-there", { there, wanted }),
  "inventory.bad-bundle": (say, { because }) => say(`inventory.bad-bundle.${because}`),
  "inventory.is-bundle": (say) => say("inventory.is-bundle"),
  "inventory.part-of-bundle": (say, { title }) => say("inventory.part-of-bundle", { title }),
  "inventory.still-awaited": (say, { pieces }) => say("inventory.still-awaited", { pieces }),
  "pricing.no-shipping": (say, { country }) => say("pricing.no-shipping", { country }),
  "carts.empty": (say) => say("carts.empty"),
  "carts.unknown-variant": (say) => say("carts.unknown-variant"),
  "carts.quantity": (say, { most }) => say("carts.quantity", { most }),
  "carts.full": (say, { most }) => say("carts.full", { most }),
  "orders.not-found": (say) => say("orders.not-found"),
  "orders.wrong-state": (say) => say("orders.wrong-state"),
  "payments.unavailable": (say) => say("payments.unavailable"),
  "payments.not-refundable": (say) => say("payments.not-refundable"),
  "payments.refund-currency": (say, { currency }) => say("payments.refund-currency", { currency }),
  "payments.refund-too-much": (say, { rest }) =>
    say("payments.refund-too-much", { rest: `${decimalText(rest)} ${rest.currency}` }),
  "orders.refund-pieces": (say, { rest }) => say("orders.refund-pieces", { rest }),
  "search.bad-synonyms": (say, { line }) => say("search.bad-synonyms", { line }),
  "search.too-many-rules": (say, { most }) => say("search.too-many-rules", { most }),
  "insights.alert-not-found": (say) => say("insights.alert-not-found"),
  "insights.alert-settled": (say) => say("insights.alert-settled"),
  "http.too-many-requests": (say, { retryAfterSeconds }) => say("http.too-many-requests", { seconds: retryAfterSeconds }),
}

export function refusalText(refusal: Refusal, say: Say<"refusals">): string {
  // Code and details come from one refusal, so they belong together; the compiler cannot see that.
  return branded<(say: Say<"refusals">, details: unknown) => string>(sentences[refusal.code])(say, refusal.details)
}
