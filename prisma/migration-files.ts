import { createHash } from "node:crypto"
import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"

export interface SqlFile {
  readonly name: string
  readonly sql: string
  /** The same sum that Prisma keeps in `_prisma_migrations`. */
  readonly checksum: string
}

export async function readMigrations(folder = "prisma/migrations"): Promise<SqlFile[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(names.sort().map((name) => readSql(name, join(folder, name, "migration.sql"))))
}

export async function readPolicies(folder = "prisma/policies"): Promise<SqlFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql"))
  return Promise.all(names.sort().map((name) => readSql(name, join(folder, name))))
}

async function readSql(name: string, path: string): Promise<SqlFile> {
  const sql = await readFile(path, "utf8")
  return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") }
}
