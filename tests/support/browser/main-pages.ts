/** Who looks at a page. A shopper has things in the cart, an order that waits for its payment, and one that is paid. */
export type Viewer = "stranger" | "shopper" | "customer" | "merchant" | "admin"

export interface MainPage {
  readonly name: string
  /** As `OpenHouse.origin` takes it. */
  readonly site: string
  readonly path: string
  readonly viewer: Viewer
  /** What it answers; 200 unless said. */
  readonly status?: number
}

/** What a shown house has to offer, found by whoever prepared it. */
export interface Showpieces {
  /** Slug of a product with options, by shop. */
  readonly products: Readonly<Record<string, string>>
  readonly waitingOrder: string
  readonly paidOrder: string
  readonly expiredOrder: string
  /** In the console's own ids. */
  readonly consoleProduct: string
  /** Slugs of the first shop's: one that is sold out, and one that is made of others. */
  readonly goneProduct: string
  readonly bundleProduct: string
  /** Of the first shop's: a variant with a history, and a product that is a bundle. */
  readonly consoleVariant: string
  readonly consoleBundle: string
  readonly consoleOrder: string
  readonly tenantId: string
}

export const shownShops = ["alder", "mohn", "songyan"] as const
const queries = { alder: "coffee", mohn: "leinen", songyan: "茶" } as const

/** Every main page of the four sites. */
export function mainPages(found: Showpieces): readonly MainPage[] {
  return [
    ...pagesOf("", "stranger", [
      ["market", "/"],
      ["market-shops", "/shops"],
      ["market-search", "/search?q=tee"],
      ["market-search-grouped", "/search?q=tee&grouped=1"],
    ]),
    ...shownShops.flatMap((slug) =>
      pagesOf(slug, "stranger", [
        [`shop-${slug}`, "/"],
        [`shop-${slug}-products`, "/products"],
        [`shop-${slug}-product`, `/products/${found.products[slug]}`],
        [`shop-${slug}-search`, `/search?q=${encodeURIComponent(queries[slug])}`],
      ]),
    ),
    ...pagesOf("alder", "stranger", [
      ["shop-category", "/categories/mugs-plates"],
      ["shop-products-narrowed", "/products?stock=1&category=mugs-plates"],
      ["shop-category-narrowed", "/categories/mugs-plates?stock=1"],
      ["shop-search-none", "/search?q=zeppelin"],
      ["shop-cart-empty", "/cart"],
      ["shop-sign-in", "/account/sign-in"],
      ["shop-sign-up", "/account/sign-up"],
    ]),
    ...pagesOf("alder", "stranger", [
      ["shop-product-gone", `/products/${found.goneProduct}`],
      ["shop-product-bundle", `/products/${found.bundleProduct}`],
      ["shop-unwatch", "/back-in-stock/0123456789abcdef"],
    ]),
    { name: "shop-not-found", site: "alder", path: "/products/nothing-like-it", viewer: "stranger", status: 404 },
    { name: "unknown-host", site: "nobody", path: "/", viewer: "stranger", status: 404 },
    ...pagesOf("alder", "shopper", [
      ["shop-cart", "/cart"],
      ["shop-checkout", "/checkout"],
      ["shop-payment", `/orders/${found.waitingOrder}/payment`],
      ["shop-order-waiting", `/orders/${found.waitingOrder}`],
      ["shop-order-cancellation", `/orders/${found.waitingOrder}/cancellation`],
      ["shop-order-expired", `/orders/${found.expiredOrder}`],
      ["shop-order-paid", `/orders/${found.paidOrder}`],
    ]),
    ...pagesOf("alder", "customer", [["shop-account", "/account"]]),
    ...pagesOf("console", "stranger", [
      ["console-sign-in", "/sign-in"],
      ["console-sign-up", "/sign-up"],
    ]),
    ...pagesOf("console", "merchant", [
      ["console-opening", "/shops/new"],
      ...[
        ["overview", ""],
        ["orders", "/orders"],
        ["order", `/orders/${found.consoleOrder}`],
        ["products", "/products"],
        ["new-product", "/products/new"],
        ["product", `/products/${found.consoleProduct}`],
        ["bundle", `/products/${found.consoleBundle}/bundle`],
        ["stock", "/stock"],
        ["stock-low", "/stock?low=1"],
        ["stock-variant", `/stock/${found.consoleVariant}`],
        ["stock-movements", `/stock/${found.consoleVariant}/movements`],
        ["stock-settings", "/settings/stock"],
        ["search", "/search"],
        ["search-question", "/search/question?words=mug&title=tent"],
        ["money", "/money"],
        ["money-terms", "/money/terms"],
        ["settings", "/settings"],
      ].map(([name, path]): [string, string] => [`console-${name}`, `/shops/alder${path}`]),
    ]),
    ...pagesOf("admin", "stranger", [["admin-sign-in", "/sign-in"]]),
    ...pagesOf("admin", "admin", [
      ["admin-overview", "/"],
      ["admin-shops", "/tenants"],
      ["admin-shop", `/tenants/${found.tenantId}`],
      ["admin-shop-commission", `/tenants/${found.tenantId}/commission`],
      ["admin-money", "/money"],
      ["admin-shop-live", `/tenants/${found.tenantId}/live`],
      ["admin-alerts", "/alerts"],
      ["admin-rules", "/alerts/rules"],
      ["admin-audit", "/audit"],
      ["admin-mail", "/mail"],
    ]),
  ]
}

function pagesOf(site: string, viewer: Viewer, pages: readonly (readonly [name: string, path: string])[]): MainPage[] {
  return pages.map(([name, path]) => ({ name, site, path, viewer }))
}
