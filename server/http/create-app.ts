import compression from "compression"
import express, { type Express } from "express"
import type { RequestListener } from "node:http"
import type { ServerBuild } from "@remix-run/node"
import type { House } from "#server/house.ts"
import { lastResort } from "./answers/last-resort.ts"
import { beginRequest } from "./begin.ts"
import { assets } from "./doors/assets.ts"
import { healthz, readyz } from "./doors/health.ts"
import { enterSite } from "./hosts/enter-site.ts"
import type { TenantDirectory } from "./hosts/tenant-directory.ts"
import { sitePages } from "./site-pages.ts"
import { securityHeaders } from "./security/headers.ts"
import { dropForwardedHeaders } from "./security/no-forwarding.ts"
import { refuseForged } from "./security/refuse-forged.ts"

export interface AppParts {
  readonly house: House
  readonly build: ServerBuild
  readonly clientFolder: string
  readonly tenants: TenantDirectory
  /** What answers at the pay host, in the simulator's profile. */
  readonly payHost?: RequestListener
}

export function createApp({ house, build, clientFolder, tenants, payHost }: AppParts): Express {
  const app = express()
  app.disable("x-powered-by")
  app.set("etag", false)
  app.set("trust proxy", house.config.trustedProxies)

  app.use(dropForwardedHeaders(house.config.trustedProxies))
  app.use(beginRequest(house.log, securityHeaders(house.addresses.scheme)))
  app.get("/healthz", healthz)
  app.get("/readyz", readyz(house.tables))
  app.use(compression({ threshold: 1_024 }))
  app.use(assets(clientFolder))
  app.use(enterSite(house.addresses, tenants))
  app.use(refuseForged)
  app.use(sitePages(house, build))
  app.use(lastResort(house.log))
  return app
}
