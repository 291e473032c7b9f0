import type { RequestListener } from "node:http"
import type { ServerBuild } from "@remix-run/node"
import express, { type Express } from "express"
import type { House } from "#server/house.ts"
import { lastResort } from "./answers/last-resort.ts"
import { wholeAnswers } from "./answers/whole-answers.ts"
import { beginRequest } from "./begin.ts"
import { assets } from "./doors/assets.ts"
import { files } from "./doors/files.ts"
import { healthz, readyz } from "./doors/health.ts"
import { payHost } from "./doors/pay-host.ts"
import { stripeWebhook } from "./doors/stripe-webhook.ts"
import type { LiveWatch } from "./context/live-watch.ts"
import { enterSite } from "./hosts/enter-site.ts"
import type { TenantDirectory } from "./hosts/tenant-directory.ts"
import { commonPages } from "./page-cache/common-pages.ts"
import type { PageStore } from "./page-cache/page-store.ts"
import { contentPolicies, securityHeaders } from "./security/headers.ts"
import { limitRate } from "./security/limit-rate.ts"
import { dropForwardedHeaders } from "./security/no-forwarding.ts"
import { refuseForged } from "./security/refuse-forged.ts"
import { splitBuild } from "./site-builds.ts"
import { sitePages } from "./site-pages.ts"
import { timePages } from "./time-pages.ts"

export interface AppParts {
  readonly house: House
  readonly build: ServerBuild
  /** Where the bundler put what browsers load. */
  readonly clientFolder: string
  readonly tenants: TenantDirectory
  readonly pages: PageStore
  readonly live: LiveWatch
  readonly simulator?: RequestListener | undefined
}

/** Everything that a request passes, in order. */
export function createApp({ house, build, clientFolder, tenants, pages, live, simulator }: AppParts): Express {
  const builds = splitBuild(build)
  const policyOf = contentPolicies(house.ports.payments.browser)
  const app = express()
  app.disable("x-powered-by")
  app.set("etag", false)
  app.set("trust proxy", house.config.trustedProxies)

  app.use(dropForwardedHeaders(house.config.trustedProxies))
  app.use(beginRequest(house.log, securityHeaders(house.addresses.scheme)))
  app.get("/healthz", healthz)
  app.get("/readyz", readyz(house.tables))
  app.use(assets(clientFolder))
  app.use(stripeWebhook(house, tenants))
  app.use(enterSite(house.addresses, tenants))
  app.use(payHost(simulator))
  app.use(timePages(house.meter))
  app.use(refuseForged)
  app.use(commonPages({ house, live }, builds, pages, policyOf))
  app.use(files(house, tenants))
  app.use(limitRate(house))
  app.use(wholeAnswers())
  app.use(sitePages({ house, live }, builds, policyOf))
  app.use(lastResort(house))
  return app
}
