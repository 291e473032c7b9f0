import { index, layout, type RouteConfig, route } from "@remix-run/route-config"

/** Sites without a language of their own share one way to change it. */
const languageOf = (site: string) => route("language", "language/change-language.ts", { id: `${site}/language` })

/**
 * Every URL of the product, by hand. One layout per site: the server mounts the part below it at that site's hosts,
 * so the same path may mean another page on another host.
 */
export default [
  layout("storefront/layout.tsx", [
    index("storefront/home.tsx"),
    route("products", "storefront/catalogue/products.tsx"),
    route("products/:slug", "storefront/product/product.tsx"),
    route("categories/:slug", "storefront/catalogue/category.tsx"),
    route("search", "storefront/catalogue/search.tsx"),
    route("cart", "storefront/cart/cart.tsx"),
    route("cart/lines", "storefront/cart/lines.tsx"),
    route("checkout", "storefront/checkout/checkout.tsx"),
    route("orders/:orderId", "storefront/order/order.tsx"),
    route("orders/:orderId/payment", "storefront/payment/payment.tsx"),
    route("orders/:orderId/cancellation", "storefront/order/cancellation.tsx"),
    route("account", "storefront/account/account.tsx"),
    route("account/sign-in", "storefront/account/sign-in.tsx"),
    route("account/sign-up", "storefront/account/sign-up.tsx"),
    route("account/sign-out", "storefront/account/sign-out.ts"),
    route("me", "storefront/me.ts"),
    route("signals", "storefront/signals.ts"),
  ]),
  layout("market/layout.tsx", [
    index("market/home.tsx"),
    route("shops", "market/shops.tsx"),
    route("search", "market/search.tsx"),
    languageOf("market"),
  ]),
  layout("console/layout.tsx", [index("console/home.tsx")]),
  layout("admin/layout.tsx", [index("admin/home.tsx")]),
] satisfies RouteConfig
