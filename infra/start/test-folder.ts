import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { forgetEmbeddedPostgres } from "./embedded/embedded-postgres.ts"

export interface TestFolder {
  readonly path: string
  readonly postgres: string
  remove(): Promise<void>
}

/** A folder that ends with the run: the data of `npm start` is never near. */
export function makeTestFolder(): TestFolder {
  const path = mkdtempSync(join(tmpdir(), "rialto-test-"))
  // PostgreSQL runs under another account when we are root, and must get in.
  chmodSync(path, 0o755)
  const postgres = join(path, "postgres")
  const remove = async () => {
    await forgetEmbeddedPostgres(postgres)
    rmSync(path, { recursive: true, force: true })
  }
  return { path, postgres, remove }
}
