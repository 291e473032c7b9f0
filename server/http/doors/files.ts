import type { Request, RequestHandler, Response } from "express"
import { Router } from "express"
import type { House } from "#server/house.ts"
import type { TenantDirectory } from "#server/http/hosts/tenant-directory.ts"
import { siteOf } from "#server/http/visit.ts"

const shown: ReadonlySet<string> = new Set(["image/webp", "image/png", "image/jpeg"])

/** A tenant's public pictures. A shop's host gives out its own only; the platform's sites those of any open shop. */
export function files(house: House, tenants: TenantDirectory): RequestHandler {
  const router = Router()
  router.get("/files/:tenant/:name", async (req: Request, res: Response, next) => {
    try {
      const { tenant = "", name = "" } = req.params
      const isNamed = /^ten_[0-9a-z]{1,40}$/.test(tenant) && /^\w[\w.-]{0,120}$/.test(name)
      const file = isNamed && (await mayShow(req, tenants, tenant)) ? await house.ports.files.read(tenant, name) : undefined
      if (!file) return void res.status(404).setHeader("Cache-Control", "no-store").end()
      if (shown.has(file.contentType)) res.type(file.contentType)
      else res.type("application/octet-stream").setHeader("Content-Disposition", "attachment")
      res.setHeader("Cache-Control", "public, max-age=31536000, immutable")
      res.setHeader("Content-Security-Policy", "default-src 'none'; sandbox")
      res.end(req.method === "HEAD" ? undefined : file.bytes)
    } catch (error) {
      next(error)
    }
  })
  router.use("/files", (_req, res) => void res.status(404).end())
  return router
}

async function mayShow(req: Request, tenants: TenantDirectory, tenantId: string): Promise<boolean> {
  const site = siteOf(req)
  if (site.name === "storefront") return site.tenant.id === tenantId
  // The staff of a closed shop still see its pictures.
  const tenant = await tenants.byId(tenantId)
  return tenant !== undefined && (tenant.status === "active" || site.name !== "market")
}
