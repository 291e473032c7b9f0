import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { forgetEmbeddedPostgres } from "./embedded/embedded-postgres.ts"
import { commandOf } from "./embedded/postmaster.ts"

export interface TestFolder {
  readonly path: string
  readonly postgres: string
  remove(): Promise<void>
}

const prefix = "rialto-test-"

/** A folder that ends with the run: the data of `npm start` is never near. What killed runs left goes first. */
export async function makeTestFolder(): Promise<TestFolder> {
  await sweep()
  const path = mkdtempSync(join(tmpdir(), prefix))
  writeFileSync(join(path, "pid"), String(process.pid))
  // PostgreSQL runs under another account when we are root, and must get in.
  chmodSync(path, 0o755)
  return { path, postgres: join(path, "postgres"), remove: () => remove(path) }
}

async function remove(path: string): Promise<void> {
  await forgetEmbeddedPostgres(join(path, "postgres"))
  rmSync(path, { recursive: true, force: true })
}

async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const note = join(tmpdir(), name, "pid")
    if (!name.startsWith(prefix) || !existsSync(note)) continue
    const isAlive = /infra\/(start|prove|bench)\//.test(commandOf(Number(readFileSync(note, "utf8"))))
    // Another user's: theirs to sweep.
    if (!isAlive) await remove(join(tmpdir(), name)).catch(() => undefined)
  }
}
