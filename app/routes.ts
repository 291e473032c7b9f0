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
    route("search/suggestions", "storefront/catalogue/suggestions.ts"),
    route("cart", "storefront/cart/cart.tsx"),
    route("cart/lines", "storefront/cart/lines.tsx"),
    route("checkout", "storefront/checkout/checkout.tsx"),
    route("orders/:orderId", "storefront/order/order.tsx"),
    route("orders/:orderId/payment", "storefront/payment/payment.tsx"),
    route("orders/:orderId/cancellation", "storefront/order/cancellation.tsx"),
    route("orders/:orderId/repetition", "storefront/order/repetition.tsx"),
    route("back-in-stock", "storefront/product/watch.tsx"),
    route("back-in-stock/:token", "storefront/product/unwatch.tsx"),
    route("account", "storefront/account/account.tsx"),
    route("account/sign-in", "storefront/account/sign-in.tsx"),
    route("account/sign-up", "storefront/account/sign-up.tsx"),
    route("account/sign-out", "storefront/account/sign-out.ts"),
    route("me", "storefront/me.ts"),
    route("signals", "storefront/signals.ts"),
    route("recommendations", "storefront/shelves/recommendations.ts"),
  ]),
  layout("market/layout.tsx", [
    index("market/home.tsx"),
    route("shops", "market/shops.tsx"),
    route("search", "market/search.tsx"),
    languageOf("market"),
  ]),
  layout("console/layout.tsx", [
    index("console/home.tsx"),
    route("sign-in", "console/entry/sign-in.tsx"),
    route("sign-up", "console/entry/sign-up.tsx"),
    route("sign-out", "console/entry/sign-out.ts"),
    route("shop-addresses", "console/opening/shop-addresses.ts"),
    route("shops/new", "console/opening/open-shop.tsx"),
    route("shops/:shop", "console/shop/layout.tsx", [
      layout("console/shop/pages.tsx", [
        index("console/overview/overview.tsx"),
        route("orders", "console/orders/orders.tsx"),
        route("orders/:orderId", "console/orders/order.tsx"),
        route("orders/:orderId/shipment", "console/orders/shipment.tsx"),
        route("orders/:orderId/cancellation", "console/orders/cancellation.tsx"),
        route("orders/:orderId/refunds", "console/orders/refunds.tsx"),
        route("products", "console/products/products.tsx"),
        route("products/new", "console/products/new-product.tsx"),
        route("products/:productId", "console/products/product.tsx"),
        route("products/:productId/pictures", "console/products/pictures.ts"),
        route("products/:productId/bundle", "console/products/bundle.tsx"),
        route("products/:productId/publication", "console/products/publication.tsx"),
        route("stock", "console/stock/stock.tsx"),
        route("stock/:variantId", "console/stock/variant-stock.tsx"),
        route("stock/:variantId/movements", "console/stock/movements.tsx"),
        route("recommendations", "console/recommendations/recommendations.tsx"),
        route("money", "console/money/money.tsx"),
        route("settings", "console/settings/settings.tsx"),
        route("settings/stock", "console/settings/stock-settings.tsx"),
      ]),
    ]),
    languageOf("console"),
  ]),
  layout("admin/layout.tsx", [
    route("sign-in", "admin/entry/sign-in.tsx"),
    route("sign-out", "admin/entry/sign-out.ts"),
    languageOf("admin"),
    layout("admin/frame.tsx", [
      index("admin/overview/overview.tsx"),
      route("tenants", "admin/tenants/tenants.tsx"),
      route("tenants/:tenantId", "admin/tenants/tenant.tsx"),
      route("tenants/:tenantId/suspension", "admin/tenants/suspension.ts"),
      route("money", "admin/money/money.tsx"),
      route("audit", "admin/audit/audit.tsx"),
      route("mail", "admin/mail/inbox.tsx"),
      route("mail/:name", "admin/mail/letter.tsx"),
    ]),
  ]),
] satisfies RouteConfig
