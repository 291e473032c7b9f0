import { createRequestHandler } from "@remix-run/express"
import type { ServerBuild } from "@remix-run/node"
import type { RequestHandler } from "express"
import type { House } from "#server/house.ts"
import { personalContext } from "./context/create-context.ts"

/** One site's pages, for whoever asks. */
export function remixSite(house: House, build: ServerBuild): RequestHandler {
  return createRequestHandler({ build, mode: "production", getLoadContext: (req, res) => personalContext(house, req, res) })
}
