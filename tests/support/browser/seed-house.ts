import { rmSync } from "node:fs"
import { join } from "node:path"
import { runNode } from "#infra/start/child-run.ts"

/** The small believable world, in a database that has none yet. It takes a while: pictures are painted. */
export async function seedHouse(ownerUrl: string, dataDir: string): Promise<void> {
  rmSync(dataDir, { recursive: true, force: true })
  await runNode({
    what: "Filling the shops",
    args: ["--enable-source-maps", join("build", "start", "database.js"), "seed"],
    env: { OWNER_DATABASE_URL: ownerUrl, RIALTO_DATA_DIR: dataDir, RIALTO_SEED: "1" },
  })
}
