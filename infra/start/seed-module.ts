import { existsSync } from "node:fs"
import { resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { z } from "zod"

export interface SeedWish {
  readonly platform: string
  readonly app: string
  readonly dataDir: string
  readonly seedNumber: number
}

export const seedBundle = "build/prisma/seed/index.js"

export function hasSeed(): boolean {
  return existsSync(seedBundle)
}

const shape = z.object({ seed: z.custom<(wish: SeedWish) => Promise<unknown>>((value) => typeof value === "function") })

/** The built seed, found at run time: the start must work before there is one. */
export async function importSeed(): Promise<(wish: SeedWish) => Promise<unknown>> {
  const module: unknown = await import(pathToFileURL(resolve(seedBundle)).href)
  return shape.parse(module).seed
}
