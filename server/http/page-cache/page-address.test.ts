import { expect, it } from "vitest"
import { commonAddress } from "./page-address.ts"

const ids = new Set(["root", "storefront/home"])
const address = (target: string) => commonAddress("storefront", target, ids)

it.each([
  ["/products?sort=title&page=2&utm_source=mail", "/products?page=2&sort=title"],
  ["/products?page=2&sort=title", "/products?page=2&sort=title"],
  ["/products?", "/products"],
  ["/products?from=&to=&sort=title", "/products?sort=title"],
  ["/?fbclid=1", "/"],
  ["/_root.data?_routes=storefront%2Fhome,root", "/_root.data?_routes=root%2Cstorefront%2Fhome"],
  ["/products.data?_routes=admin%2Fhome", "/products.data"],
  ["/products/lamp?_routes=root", "/products/lamp"],
])("%s is kept as %s", (target, kept) => expect(address(target)).toBe(kept))

it.each([
  "/cart",
  "/me",
  "/search?q=a",
  "/products?filter=1",
  "/products.data?option=Size%3AL&_routes=root",
  "/categories/mugs?from=&to=20",
  "/products/../cart",
  "/products/a%2fb",
  "//products",
  "/account",
  `/products/${"x".repeat(300)}`,
])("%s is nobody's but the asker's", (target) => expect(address(target)).toBeUndefined())

it("keeps no page of the console or the admin site", () => {
  for (const site of ["console", "admin"] as const) expect(commonAddress(site, "/", ids)).toBeUndefined()
})
