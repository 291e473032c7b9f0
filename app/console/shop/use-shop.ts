import { useRouteLoaderData } from "@remix-run/react"
import type { ConsoleShop, loader } from "./layout.tsx"

/** The shop that the page is about. Only below the shop's layout. */
export function useShop(): ConsoleShop {
  const shop = useRouteLoaderData<typeof loader>("console/shop/layout")
  if (!shop) throw new Error("a shop's facts are asked for outside of its pages")
  return shop
}

/** Address of one of the shop's pages: `path("orders", id)`. */
export function useShopPath(): (...steps: readonly string[]) => string {
  const { slug } = useShop()
  return (...steps) => ["/shops", slug, ...steps].join("/")
}
