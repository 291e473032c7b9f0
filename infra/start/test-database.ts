import { Client } from "pg"
import { migrate } from "#prisma/migrate.ts"
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded/embedded-postgres.ts"
import { step } from "./progress.ts"

const template = "rialto_template"

/** A PostgreSQL for tests alone, in its own folder on its own port, with the migrated template that tests copy. */
export function startTestDatabase(dataDir: string): Promise<EmbeddedPostgres> {
  return step("database", async () => {
    const postgres = await startEmbeddedPostgres({ dataDir, durable: false })
    try {
      await dropLeftovers(postgres)
      await migrate(postgres.ownerUrl(template))
    } catch (error) {
      await postgres.stop()
      throw error
    }
    return { outcome: postgres.origin, result: postgres }
  })
}

/** Copies that a killed run left. The template goes, too: its policies may be of another day. */
async function dropLeftovers(postgres: EmbeddedPostgres): Promise<void> {
  const owner = new Client({ connectionString: postgres.ownerUrl("postgres") })
  await owner.connect()
  try {
    const { rows } = await owner.query("select datname from pg_database where datname like 't\\_%' or datname = $1", [template])
    for (const row of rows) await owner.query(`drop database ${owner.escapeIdentifier(String(row.datname))} with (force)`)
  } finally {
    await owner.end()
  }
}
