import type { LoaderFunctionArgs, ServerBuild } from "@remix-run/node"
import { branded } from "#server/kernel/brand.ts"
import type { LoadContext } from "./context/load-context.ts"
import { type SiteName, siteNames } from "./hosts/site.ts"

export type SiteBuilds = Readonly<Record<SiteName, ServerBuild>>

/** One Vite build holds every site; each site is served from the part below its own layout, so none can reach or name another's routes. */
export function splitBuild(build: ServerBuild): SiteBuilds {
  const [storefront, market, console, admin] = siteNames.map((site) => siteBuild(build, site))
  if (!storefront || !market || !console || !admin) throw new Error("a site is missing")
  return { storefront, market, console, admin }
}

export function siteBuild(build: ServerBuild, site: SiteName): ServerBuild {
  const layout = `${site}/layout`
  if (!build.routes[layout]) throw new Error(`the build has no route ${layout}`)
  const belongs = (id: string | undefined): boolean => id !== undefined && (id === layout || belongs(build.routes[id]?.parentId))
  const kept = (id: string) => id === "root" || belongs(id)
  return {
    ...build,
    routes: guarded(keepKeys(build.routes, kept), guardOf(build)),
    // The bundler's own manifest file names every route, so its address is not given out.
    assets: { ...build.assets, url: "", routes: keepKeys(build.assets.routes, kept) },
  }
}

type Guard = <T>(context: LoadContext, run: () => Promise<T> | T) => Promise<T>

function guardOf(build: ServerBuild): Guard {
  const entry: object = build.entry.module
  if (!("guard" in entry) || typeof entry.guard !== "function") throw new Error("the build's server entry exports no guard")
  return branded<Guard>(entry.guard)
}

/** Puts the guard around every loader and action, so that no page can forget it. */
function guarded(routes: ServerBuild["routes"], guard: Guard): ServerBuild["routes"] {
  return Object.fromEntries(
    Object.entries(routes).map(([id, route]) => {
      const { loader, action } = route.module
      const module = { ...route.module }
      if (loader)
        module.loader = Object.assign((args: LoaderFunctionArgs) => guard(args.context, () => loader(args)), { hydrate: false })
      if (action) module.action = (args) => guard(args.context, () => action(args))
      return [id, { ...route, module }]
    }),
  )
}

function keepKeys<T>(record: Readonly<Record<string, T>>, kept: (key: string) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => kept(key)))
}
