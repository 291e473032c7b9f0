import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { Client } from "pg"
import { paymentsJournal } from "./history/payments-journal.ts"
import { insertTables } from "./insert-rows.ts"
import { paintPictures } from "./pictures/paint-pictures.ts"
import { type DemoSignIn, demoSignIns } from "./sign-ins.ts"
import { buildWorld } from "./world.ts"

export { type DemoSignIn, demoSignIns } from "./sign-ins.ts"

export interface SeedWish {
  /** URL of the platform's role. */
  readonly platform: string
  /** Pictures go to its `files/`, what the card simulator remembers to its `payments/`, the list of demo sign-ins to its `sign-ins.json`. */
  readonly dataDir: string
  readonly seedNumber: number
  readonly apexHost?: string
  /** The end of the ninety days; its minutes are dropped. */
  readonly now?: Date
}

export interface SeedReport {
  readonly shops: readonly string[]
  readonly rows: number
  readonly pictures: number
  readonly signIns: readonly DemoSignIn[]
}

const marker = "world.seeded"

/**
 * Sows the demo world, once. All rows come in one transaction that ends after the last picture is on disk: an attempt that
 * dies leaves no row, and the next one writes the same files again. Undefined: it was there already.
 */
export async function seed({
  platform,
  dataDir,
  seedNumber,
  apexHost = "localhost",
  now = new Date(),
}: SeedWish): Promise<SeedReport | undefined> {
  const client = new Client({ connectionString: platform, application_name: "rialto-seed" })
  await client.connect()
  try {
    await client.query("begin")
    await client.query("select pg_advisory_xact_lock(7219885)")
    if (await isMarked(client)) return undefined
    const world = await buildWorld({ seedNumber, apexHost, now })
    const [pictures] = await Promise.all([paintPictures(world.shops, join(dataDir, "files")), insertTables(client, world.tables)])
    await mark(client, seedNumber, now)
    const signIns = demoSignIns(apexHost)
    await mkdir(join(dataDir, "payments"), { recursive: true })
    await writeFile(join(dataDir, "payments", "journal.jsonl"), paymentsJournal(world.tables.payment), { mode: 0o600 })
    await writeFile(join(dataDir, "sign-ins.json"), `${JSON.stringify(signIns, null, 2)}\n`)
    await client.query("commit")
    const rows = Object.values(world.tables).reduce((sum, table) => sum + table.length, 0)
    return { shops: world.shops.map(({ host }) => host), rows, pictures, signIns }
  } finally {
    // What is not committed goes with the connection.
    await client.end()
  }
}

export async function isSeeded(platformUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: platformUrl })
  await client.connect()
  try {
    return await isMarked(client)
  } finally {
    await client.end()
  }
}

async function isMarked(client: Client): Promise<boolean> {
  const { rowCount } = await client.query("select from platform_audit where purpose = $1 limit 1", [marker])
  return rowCount === 1
}

async function mark(client: Client, seedNumber: number, now: Date): Promise<void> {
  await client.query("insert into platform_audit (id, purpose, actor, at, detail) values ($1, $2, 'seed', $3, $4)", [
    `aud_seed${String(seedNumber).padStart(8, "0")}`,
    marker,
    now,
    JSON.stringify({ seedNumber }),
  ])
}
