import { readdirSync } from "node:fs"
import { join } from "node:path"
import express, { type RequestHandler, Router } from "express"

/** What the bundler made. Names in /assets carry a hash, so such a file never changes; the few beside it have plain names. */
export function assets(clientFolder: string): RequestHandler {
  const router = Router()
  // Names every route of every site; browsers get the part that is theirs inside the page.
  router.get(/^\/assets\/manifest-[^/]*\.js$/, (_req, res) => void res.status(404).end())
  router.use(
    "/assets",
    express.static(join(clientFolder, "assets"), { immutable: true, maxAge: "365d", index: false, redirect: false }),
  )
  router.use("/assets", (_req, res) => void res.status(404).end())
  for (const file of readdirSync(clientFolder, { withFileTypes: true }).filter((entry) => entry.isFile()))
    router.get(`/${file.name}`, (_req, res) => res.sendFile(file.name, { root: clientFolder, maxAge: "1h" }))
  return router
}
