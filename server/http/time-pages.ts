import type { RequestHandler } from "express"
import { itself } from "#server/messages/pulse.ts"
import type { Meter } from "#server/platform/pulse/meter.ts"
import { siteOf } from "./visit.ts"

/**
 * Measures from here until the last byte is handed to the connection, for everything that a page answers: kept pages, data and forms too, and
 * errors. Files are no pages. An answer that the asker did not wait for is not counted: it says more about the asker.
 */
export function timePages(meter: Meter): RequestHandler {
  return (req, res, next) => {
    if (req.path.startsWith("/files/")) return next()
    const site = siteOf(req)
    const began = performance.now()
    res.once("finish", () => meter.page(site.name === "storefront" ? site.tenant.id : itself, performance.now() - began))
    next()
  }
}
