import type { Street } from "./town.ts"

type Fields = Readonly<Record<string, string>>

/** What an address asks for. `none`: nothing of one shop by name, so there is nothing foreign to ask for by its address. */
export interface Entry {
  readonly asks: "goods" | "order" | "shop" | "picture" | "mail" | "none"
  /** A form that would be taken from somebody who may. */
  readonly form?: (of: Street) => Fields
}

const none: Entry = { asks: "none" }
const shop: Entry = { asks: "shop" }
const order: Entry = { asks: "order" }

/** What is decided of every address. One that is not in here fails the test. */
export const matrix: Readonly<Record<string, Entry>> = {
  "storefront /": none,
  "storefront /products": none,
  "storefront /products/:slug": { asks: "goods" },
  "storefront /categories/:slug": { asks: "goods" },
  "storefront /search": none,
  "storefront /facets": none,
  "storefront /search/suggestions": none,
  "storefront /cart": { asks: "none", form: (of) => ({ variantId: of.variantId, quantity: "1" }) },
  "storefront /cart/lines": { asks: "none", form: (of) => ({ variantId: of.variantId, quantity: "1" }) },
  "storefront /checkout": { asks: "none", form: (of) => ({ cartId: of.cartId, email: "a@mail.test" }) },
  "storefront /orders/:orderId": order,
  "storefront /orders/:orderId/payment": { asks: "order", form: () => ({ confirm: "yes" }) },
  "storefront /orders/:orderId/cancellation": { asks: "order", form: () => ({}) },
  "storefront /orders/:orderId/repetition": { asks: "order", form: () => ({}) },
  "storefront /back-in-stock": { asks: "none", form: (of) => ({ variantId: of.variantId, email: "a@mail.test" }) },
  "storefront /back-in-stock/:token": { asks: "none", form: () => ({}) },
  "storefront /account": none,
  "storefront /account/sign-in": { asks: "none", form: (of) => ({ email: of.customerEmail, password: "a long password" }) },
  "storefront /account/sign-up": none,
  "storefront /account/sign-out": none,
  "storefront /me": none,
  "storefront /signals": none,
  "storefront /recommendations": none,
  "market /": none,
  "market /shops": none,
  "market /search": none,
  "market /language": none,
  "console /": none,
  "console /sign-in": none,
  "console /sign-up": none,
  "console /sign-out": none,
  "console /shop-addresses": none,
  "console /shops/new": none,
  "console /shops/:shop": shop,
  "console /shops/:shop/orders": shop,
  "console /shops/:shop/orders/:orderId": order,
  "console /shops/:shop/orders/:orderId/shipment": { asks: "order", form: () => ({ carrier: "Post", tracking: "1" }) },
  "console /shops/:shop/orders/:orderId/cancellation": { asks: "order", form: () => ({ reason: "merchant", confirm: "yes" }) },
  "console /shops/:shop/orders/:orderId/refunds": {
    asks: "order",
    form: () => ({ key: `rfd_${"0".repeat(26)}`, amount: "1", note: "" }),
  },
  "console /shops/:shop/products": shop,
  "console /shops/:shop/products/new": { asks: "shop", form: () => ({ title: "Planted" }) },
  "console /shops/:shop/products/:productId": { asks: "goods", form: () => ({ title: "Taken over" }) },
  "console /shops/:shop/products/:productId/pictures": { asks: "goods", form: (of) => ({ do: "remove", key: of.pictureKey }) },
  "console /shops/:shop/products/:productId/bundle": {
    asks: "goods",
    form: (of) => ({ variantId: of.variantId, "parts[0].sku": "X", "parts[0].quantity": "1" }),
  },
  "console /shops/:shop/products/:productId/publication": { asks: "goods", form: () => ({ status: "draft" }) },
  "console /shops/:shop/stock": { asks: "shop", form: (of) => ({ variantId: of.variantId, onHand: "0" }) },
  "console /shops/:shop/stock/:variantId": {
    asks: "goods",
    form: () => ({ do: "terms", backorders: "7", lowAt: "1" }),
  },
  "console /shops/:shop/stock/:variantId/movements": { asks: "goods" },
  "console /shops/:shop/recommendations": { asks: "shop", form: () => ({ do: "train" }) },
  "console /shops/:shop/search": {
    asks: "shop",
    form: () => ({
      ...{ do: "settings", synonyms: "planted, taken", "weights.title": "1", "weights.category": "1", "weights.vendor": "1" },
      ...{ "weights.options": "1", "weights.skus": "1", "weights.description": "1" },
    }),
  },
  "console /shops/:shop/search/question": {
    asks: "shop",
    form: (of) => ({ do: "pin", words: "mug", productId: of.productId }),
  },
  "console /shops/:shop/money": shop,
  "console /shops/:shop/money/account": shop,
  "console /shops/:shop/money/terms": { asks: "shop", form: () => ({ heldUntil: "paid", delayDays: "0" }) },
  "console /shops/:shop/settings": { asks: "shop", form: () => ({ name: "Taken over", tagline: "", theme: "moss" }) },
  "console /shops/:shop/settings/stock": { asks: "shop", form: () => ({ do: "open", name: "Planted" }) },
  "console /language": none,
  "admin /sign-in": none,
  "admin /sign-out": none,
  "admin /language": none,
  "admin /": shop,
  "admin /tenants": shop,
  "admin /tenants/:tenantId": shop,
  "admin /tenants/:tenantId/commission": { asks: "shop", form: () => ({ do: "plan", plan: "partner" }) },
  "admin /tenants/:tenantId/suspension": { asks: "shop", form: () => ({ deed: "suspend", reason: "because" }) },
  "admin /money": shop,
  "admin /tenants/:tenantId/live": shop,
  "admin /alerts": shop,
  "admin /alerts/rules": { asks: "shop", form: () => ({ kind: "queue-age", limit: "1", enabled: "on" }) },
  "admin /alerts/:alertId/acknowledgement": { asks: "shop", form: () => ({ note: "not mine to say" }) },
  "admin /audit": shop,
  "admin /mail": { asks: "mail" },
  "admin /mail/:name": { asks: "mail" },
}
