import { mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { Client } from "pg"
import { build } from "#infra/start/build-steps.ts"
import type { Opened } from "#infra/start/call-off.ts"
import { migrateDatabase, seedDatabase } from "#infra/start/database-steps.ts"
import { clusterFolder } from "#infra/start/embedded/cluster.ts"
import { type EmbeddedPostgres, startEmbeddedPostgres } from "#infra/start/embedded/embedded-postgres.ts"
import { takeLock } from "#infra/start/start-lock.ts"

const root = resolve(".data/bench")
const seeded = "bench_world"

/** A PostgreSQL of the benchmarks' own, with the seeded shops in a database that is only ever copied. */
export interface BenchWorld {
  readonly postgres: EmbeddedPostgres
  /** A fresh copy: the owner's URL, and a data folder with the shops' pictures. */
  copy(name: string): Promise<{ ownerUrl: string; dataDir: string }>
  /** What PostgreSQL has written since it was started. */
  log(): string
}

export async function openBenchWorld(opened: Opened): Promise<BenchWorld> {
  mkdirSync(root, { recursive: true })
  opened.add(takeLock(join(root, "start.pid")))
  await build()
  const postgresDir = join(root, "postgres")
  const postgres = await startEmbeddedPostgres({ dataDir: postgresDir })
  opened.add(() => postgres.stop())
  const seedDir = join(root, "world")
  const wish = { ownerUrl: postgres.ownerUrl(seeded), dataDir: seedDir, seedNumber: 1, isOwn: true }
  await seedDatabase(wish, await migrateDatabase(wish))
  return {
    postgres,
    copy: (name) => copyWorld(postgres, seedDir, name),
    log: () => readFileSync(join(dirname(clusterFolder(postgresDir)), "log"), "utf8"),
  }
}

async function copyWorld(
  postgres: EmbeddedPostgres,
  seedDir: string,
  name: string,
): Promise<{ ownerUrl: string; dataDir: string }> {
  const database = `bench_${name}`
  const owner = new Client({ connectionString: postgres.ownerUrl("postgres") })
  await owner.connect()
  try {
    await owner.query(`drop database if exists ${database} with (force)`)
    await owner.query(`create database ${database} template ${seeded}`)
  } finally {
    await owner.end()
  }
  const ownerUrl = postgres.ownerUrl(database)
  const dataDir = join(root, name)
  rmSync(dataDir, { recursive: true, force: true })
  mkdirSync(dataDir, { recursive: true })
  symlinkSync(join(seedDir, "files"), join(dataDir, "files"))
  return { ownerUrl, dataDir }
}
