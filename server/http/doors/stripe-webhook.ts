import express, { type RequestHandler, Router } from "express"
import { takeReport } from "#server/domain/payments/index.ts"
import type { House } from "#server/house.ts"
import type { TenantDirectory } from "#server/http/hosts/tenant-directory.ts"

/**
 * The provider's door. The signature over the raw bytes is who it is, so it needs no cookie, no origin and no host; the tenant comes from
 * the verified message. Answered after one insert: what follows from it is a job's.
 */
export function stripeWebhook(house: House, tenants: TenantDirectory): RequestHandler {
  const router = Router()
  let refused = 0
  router.post("/webhooks/stripe", express.raw({ type: () => true, limit: "1mb" }), async (req, res, next) => {
    try {
      const report = Buffer.isBuffer(req.body)
        ? house.ports.payments.verifyEvent(req.body, req.get("Stripe-Signature") ?? "")
        : undefined
      const refuse = () => {
        refused += 1
        house.log.warn({ refused, from: req.ip }, "a payment message that is forged, stale or of another account")
        res.status(400).json({ error: "signature" })
      }
      if (report === undefined) return refuse()
      const tenant = report === "unrelated" ? undefined : await tenants.byId(report.tenantId)
      if (report !== "unrelated" && tenant) {
        if (!(await takeReport(house.tenantContext(tenant, { kind: "system" }), report))) return refuse()
      } else
        house.log.warn(
          { type: report === "unrelated" ? report : report.type },
          "a payment message that is about none of our shops",
        )
      res.json({ received: true })
    } catch (error) {
      next(error)
    }
  })
  router.all("/webhooks/*", (_req, res) => void res.status(404).end())
  return router
}
