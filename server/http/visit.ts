import type { Request } from "express"
import { present } from "#server/kernel/assert.ts"
import type { Site } from "./hosts/site.ts"

/** What the door has learned of a request before any page sees it. */
export interface Visit {
  readonly requestId: string
  readonly nonce: string
  site?: Site
}

const visits = new WeakMap<Request, Visit>()

export function beginVisit(req: Request, visit: Visit): void {
  visits.set(req, visit)
}

export function visitOf(req: Request): Visit {
  return present(visits.get(req), "visit of the request")
}

export function siteOf(req: Request): Site {
  return present(visitOf(req).site, "site of the request")
}
