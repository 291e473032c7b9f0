import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"

const skipped = /(^|\/)(generated|node_modules)$|\.test\.tsx?$/

/** A hash over the contents and names of files, and of everything in folders. Missing paths count as missing. */
export function hashOf(paths: readonly string[]): string {
  const hash = createHash("sha256").update(process.version)
  for (const path of paths) add(path)
  return hash.digest("hex")

  function add(path: string): void {
    if (skipped.test(path)) return
    if (!existsSync(path)) {
      hash.update(`${path} is missing\n`)
    } else if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) add(join(path, name))
    } else {
      hash.update(`${path}\n`).update(readFileSync(path)).update("\n")
    }
  }
}
