import { Client } from "pg"
import { z } from "zod"
import { dropDatabase, migrate } from "#prisma/migrate.ts"
import { roleUrls } from "#prisma/roles.ts"
import { importSeed } from "./seed-module.ts"

/**
 * The start's dealings with the database, in a process of its own. The last line that it prints is one JSON answer.
 * Usage: database.js migrate | recreate | seed. The owner's URL comes in OWNER_DATABASE_URL.
 */
const environment = z
  .object({
    OWNER_DATABASE_URL: z.string(),
    RIALTO_DATA_DIR: z.string().default(""),
    RIALTO_SEED: z.coerce.number().int().default(1),
  })
  .parse(process.env)
const ownerUrl = environment.OWNER_DATABASE_URL

async function main(command: string | undefined): Promise<unknown> {
  if (command === "recreate") await dropDatabase(ownerUrl)
  if (command === "migrate" || command === "recreate") {
    const report = await migrate(ownerUrl)
    return { ...report, ...(await look()) }
  }
  if (command === "seed") {
    await mark(`seeding ${environment.RIALTO_SEED}`)
    const seed = await importSeed()
    await seed({ ...roleUrls(ownerUrl), dataDir: environment.RIALTO_DATA_DIR, seedNumber: environment.RIALTO_SEED })
    await mark(`seeded ${environment.RIALTO_SEED}`)
  }
  return look()
}

/** The note about seeding lies beside the list of migrations: it goes when the database goes. */
function mark(note: string): Promise<unknown> {
  return withClient((client) => client.query(`comment on table _prisma_migrations is ${client.escapeLiteral(note)}`))
}

function look(): Promise<Record<string, unknown>> {
  return withClient(async (client) => {
    const marks = await client.query("select obj_description('public._prisma_migrations'::regclass, 'pg_class') as note")
    const shops = await client.query(
      `select t.name, d.host from tenant t join domain d on d.tenant_id = t.id and d."primary" order by t.opened_at, t.id limit 12`,
    )
    const accounts = await client.query("select exists (select from account) or exists (select from tenant) as any")
    return { seeds: marks.rows[0]?.note ?? "", empty: accounts.rows[0]?.any !== true, shops: shops.rows }
  })
}

async function withClient<T>(run: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}

process.stdout.write(`\n${JSON.stringify(await main(process.argv[2]))}\n`)
process.exit(0)
