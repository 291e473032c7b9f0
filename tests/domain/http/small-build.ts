import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from "@remix-run/node"
import { Outlet, Scripts, useLoaderData } from "@remix-run/react"
import { createElement } from "react"
import * as entry from "#app/entry.server.tsx"
import { tenantOf } from "#app/http/tenant-of.ts"
import { branded } from "#server/kernel/brand.ts"
import { surrogate } from "#server/kernel/tenant-keys.ts"
import { refuse } from "#server/messages/refusals.ts"

/** What the pages below were asked, and may be told to do first. */
export const pageLog = { rendered: 0, posted: 0, before: async (): Promise<void> => undefined }

type Module = ServerBuild["routes"][string]["module"]
type Place = {
  readonly id: string
  readonly parentId?: string
  readonly path?: string
  readonly index?: true
  readonly module: Module
}

const layout: Module = { default: () => createElement(Outlet) }

const root: Module = {
  default: () => createElement("html", null, createElement("body", null, createElement(Outlet), createElement(Scripts))),
  ErrorBoundary: () => createElement("html", null, createElement("body", null, "root boundary")),
}

function Shown() {
  return createElement("p", null, JSON.stringify(useLoaderData()))
}

const home: Module = {
  default: Shown,
  async loader({ context }: LoaderFunctionArgs) {
    const n = ++pageLog.rendered
    await pageLog.before()
    context.cacheable([surrogate.shop(tenantOf(context).tenant.id)])
    return { shop: tenantOf(context).tenant.name, n, visitor: context.visitorId, cart: context.cartId }
  },
}

const cart: Module = {
  default: Shown,
  loader: ({ context }: LoaderFunctionArgs) => ({ cart: context.cartId }),
  action({ context }: ActionFunctionArgs) {
    pageLog.posted++
    return { cart: context.keepCart() }
  },
}

const broken: Module = {
  default: Shown,
  loader({ params }: LoaderFunctionArgs) {
    if (params.how === "refused") refuse("orders.not-found")
    if (params.how === "away") throw Object.assign(new Error("select secret from table"), { code: "57P01" })
    throw new Error("select secret from table")
  },
}

const named: Module = {
  default: Shown,
  loader: ({ context }: LoaderFunctionArgs) => ({ site: context.site, language: context.language }),
}

const places: readonly Place[] = [
  { id: "root", path: "", module: root },
  ...["storefront", "market", "console", "admin"].map((site) => ({ id: `${site}/layout`, parentId: "root", module: layout })),
  { id: "storefront/home", parentId: "storefront/layout", index: true, module: home },
  { id: "storefront/cart", parentId: "storefront/layout", path: "cart", module: cart },
  { id: "storefront/sign-in", parentId: "storefront/layout", path: "account/sign-in", module: cart },
  { id: "storefront/broken", parentId: "storefront/layout", path: "broken/:how", module: broken },
  { id: "market/home", parentId: "market/layout", index: true, module: named },
  { id: "console/home", parentId: "console/layout", index: true, module: named },
  { id: "console/secrets", parentId: "console/layout", path: "shops/new", module: named },
  { id: "admin/home", parentId: "admin/layout", index: true, module: named },
]

/** A build as the bundler makes it, small enough to know every page of it. */
export const smallBuild = branded<ServerBuild>({
  mode: "production",
  entry: { module: entry },
  routes: Object.fromEntries(places.map((place) => [place.id, place])),
  assets: {
    entry: { module: "/assets/entry.js", imports: [] },
    routes: Object.fromEntries(
      places.map(({ module, ...place }) => [
        place.id,
        { ...place, module: `/assets/${place.id}.js`, hasLoader: "loader" in module },
      ]),
    ),
    url: "/assets/manifest-12345678.js",
    version: "12345678",
  },
  publicPath: "/",
  assetsBuildDirectory: "build/app/client",
  isSpaMode: false,
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_lazyRouteDiscovery: true,
    v3_singleFetch: true,
  },
})
