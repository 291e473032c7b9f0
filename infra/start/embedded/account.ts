import { readFileSync, statSync } from "node:fs"
import { dirname } from "node:path"
import { PlainFailure } from "./plain-failure.ts"

/** Whom PostgreSQL runs as. It refuses to run as root, so root lends it an account without rights. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

/** Undefined: run as the present user. An existing cluster keeps its owner, whatever accounts came later. */
export function accountForPostgres(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const owner = statSync(cluster, { throwIfNoEntry: false })
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }

  const rows = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((row) => row.split(":"))
  for (const name of ["postgres", "nobody"]) {
    const row = rows.find((fields) => fields[0] === name)
    if (row !== undefined) return { uid: Number(row[2]), gid: Number(row[3]) }
  }
  throw new PlainFailure(
    "PostgreSQL refuses to run as root and this machine has no account named nobody: run Rialto as an ordinary user.",
  )
}

/** Whether a stranger's process can walk to the path and read it: every folder above it must let others through. */
export function isOpenToOthers(path: string): boolean {
  const self = statSync(path)
  if ((self.mode & 0o005) !== 0o005) return false
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false
    if (folder === dirname(folder)) return true
  }
}
