import { resolve } from "node:path"
import { Client } from "pg"
import { readMigrations, type SqlFile } from "./migration-files.ts"
import { applyPolicies } from "./policies.ts"

export interface MigrationReport {
  /** Names of the migrations that this call applied. */
  readonly applied: readonly string[]
  readonly policiesApplied: boolean
}

/** Any number, the same for all: two processes that migrate one database take turns. */
const turn = 7_219_884

/**
 * Brings the database of `ownerUrl` to this version: creates it if it is missing, then migrations (in the table that the
 * Prisma CLI keeps, too), then policies. Repeating is cheap: with nothing to do the engine is not even loaded.
 */
export async function migrate(ownerUrl: string): Promise<MigrationReport> {
  const client = await connect(ownerUrl)
  try {
    await client.query("select pg_advisory_lock($1)", [turn])
    const wanted = await readMigrations()
    const applied = await applyMigrations(client, ownerUrl, wanted)
    const policiesApplied = await applyPolicies(client, ownerUrl, wanted.map((file) => file.checksum).join())
    return { applied, policiesApplied }
  } finally {
    await client.end()
  }
}

/** What the Prisma schema says and the database does not, as SQL that would mend it. Empty: no drift. */
export async function schemaDrift(ownerUrl: string): Promise<string> {
  const { filters, readSchema, withSchemaEngine } = await import("./schema-engine.ts")
  const files = await readSchema()
  const answer = await withSchemaEngine(ownerUrl, (engine) =>
    engine.diff({
      from: { tag: "schemaDatasource", files, configDir: resolve("prisma") },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters,
    }),
  )
  const script = answer.stdout?.trim() ?? ""
  return script === "-- This is an empty migration." ? "" : script
}

async function applyMigrations(client: Client, ownerUrl: string, wanted: readonly SqlFile[]): Promise<string[]> {
  const known = await finishedMigrations(client)
  const edited = wanted.find((file) => known.has(file.name) && known.get(file.name) !== file.checksum)
  if (edited !== undefined) {
    throw new Error(`Migration ${edited.name} was changed after it had been applied: add a new one instead (or start afresh).`)
  }
  if (wanted.every((file) => known.has(file.name))) return []

  const { filters, withSchemaEngine } = await import("./schema-engine.ts")
  const migrationsList = {
    baseDir: resolve("prisma/migrations"),
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: wanted.map((file) => ({
      path: file.name,
      migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: file.sql } },
    })),
  }
  const answer = await withSchemaEngine(ownerUrl, (engine) => engine.applyMigrations({ migrationsList, filters }))
  return answer.appliedMigrationNames
}

async function finishedMigrations(client: Client): Promise<Map<string, string>> {
  const table = await client.query("select to_regclass('public._prisma_migrations') is not null as there")
  if (table.rows[0]?.there !== true) return new Map()
  const { rows } = await client.query(
    "select migration_name, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null",
  )
  return new Map(rows.map((row) => [String(row.migration_name), String(row.checksum)]))
}

async function connect(ownerUrl: string): Promise<Client> {
  const first = new Client({ connectionString: ownerUrl })
  try {
    await first.connect()
    return first
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "3D000"
    if (!isMissing) throw error
    await createDatabase(ownerUrl)
    const second = new Client({ connectionString: ownerUrl })
    await second.connect()
    return second
  }
}

async function createDatabase(ownerUrl: string): Promise<void> {
  await besides(ownerUrl, (client, name) => client.query(`create database ${name} template template0 encoding 'UTF8'`))
}

/** With all that is in it, whoever is connected. */
export async function dropDatabase(ownerUrl: string): Promise<void> {
  await besides(ownerUrl, (client, name) => client.query(`drop database if exists ${name} with (force)`))
}

/** A connection to the server's own database, and the wanted one's name, quoted. */
async function besides(ownerUrl: string, run: (client: Client, name: string) => Promise<unknown>): Promise<void> {
  const url = new URL(ownerUrl)
  const name = decodeURIComponent(url.pathname.slice(1))
  url.pathname = "/postgres"
  const client = new Client({ connectionString: url.href })
  await client.connect()
  try {
    await run(client, client.escapeIdentifier(name))
  } finally {
    await client.end()
  }
}
