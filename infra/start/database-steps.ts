import { z } from "zod"
import { runNode } from "./child-run.ts"
import { PlainFailure } from "./embedded/plain-failure.ts"
import { say, step } from "./progress.ts"
import { hasSeed } from "./seed-module.ts"

const view = z.object({
  seeds: z.string(),
  empty: z.boolean(),
  shops: z.array(z.object({ name: z.string(), host: z.string() })),
  applied: z.array(z.string()).default([]),
  policiesApplied: z.boolean().default(false),
})
export type DatabaseView = z.infer<typeof view>

export interface DatabaseWish {
  readonly ownerUrl: string
  readonly dataDir: string
  readonly seedNumber: number
  /** Ours alone, and so ours to make anew. */
  readonly isOwn: boolean
}

/** Brings the database to this version; half a seed, left by a start that was killed, is thrown away. */
export function migrateDatabase(wish: DatabaseWish): Promise<DatabaseView> {
  return step("migrations", async () => {
    const found = await ask("migrate", wish, "Migrating the database")
    const isHalf = found.seeds.startsWith("seeding")
    if (isHalf && !wish.isOwn)
      throw new PlainFailure("An earlier start ended while it filled the shops: empty the database and start again.")
    const result = isHalf ? await ask("recreate", wish, "Making the database anew") : found
    const changes = [...result.applied, ...(result.policiesApplied ? ["policies"] : [])]
    return { outcome: changes.length === 0 ? "none to do, found" : `applied ${changes.join(", ")}`, result }
  })
}

/** Seeds an empty database, once. What was there before is never seeded over. */
export async function seedDatabase(wish: DatabaseWish, before: DatabaseView): Promise<DatabaseView> {
  if (!hasSeed()) {
    say("-", "seed", "skipped: there is no prisma/seed/index.ts yet")
    return before
  }
  if (!before.empty) {
    say("✓", "seed", before.seeds === "" ? "not needed: the database is in use" : "done before")
    return before
  }
  return step("seed", async () => {
    const result = await ask("seed", wish, "Filling the shops")
    return { outcome: `${result.shops.length} shops filled`, result }
  })
}

async function ask(command: string, wish: DatabaseWish, what: string): Promise<DatabaseView> {
  const said = await runNode({
    what,
    args: ["--enable-source-maps", "build/start/database.js", command],
    env: {
      OWNER_DATABASE_URL: wish.ownerUrl,
      RIALTO_DATA_DIR: wish.dataDir,
      RIALTO_SEED: String(wish.seedNumber),
    },
  })
  return view.parse(JSON.parse(said.trim().split("\n").at(-1) ?? ""))
}
