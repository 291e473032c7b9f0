import { randomBytes } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"

/** This installation's own secret, made at the first start and kept for its owner's eyes only. */
export function ownSecret(path: string): string {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o755 })
    writeFileSync(path, randomBytes(32).toString("hex"), { mode: 0o600 })
  }
  return readFileSync(path, "utf8").trim()
}
