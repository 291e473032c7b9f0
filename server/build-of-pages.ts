import { existsSync } from "node:fs"
import { resolve } from "node:path"
import { pathToFileURL } from "node:url"
import type { ServerBuild } from "@remix-run/node"
import { branded } from "#server/kernel/brand.ts"

export interface BuiltPages {
  readonly build: ServerBuild
  readonly clientFolder: string
}

/** What the bundler made of `app/`. @throws Error with a sentence for a person when it was not built. */
export async function loadBuiltPages(folder = "build/app"): Promise<BuiltPages> {
  const entry = resolve(folder, "server/index.js")
  if (!existsSync(entry)) throw new Error(`The pages are not built: ${folder}/server/index.js is missing.`)
  const build = branded<ServerBuild>(await import(pathToFileURL(entry).href))
  return { build, clientFolder: resolve(folder, "client") }
}
