import { index, layout, type RouteConfig, route } from "@remix-run/route-config"

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
  ]),
  layout("market/layout.tsx", [index("market/home.tsx")]),
  layout("console/layout.tsx", [index("console/home.tsx")]),
  layout("admin/layout.tsx", [index("admin/home.tsx")]),
] satisfies RouteConfig
