import { randomBytes } from "node:crypto"
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Client, type QueryResultRow } from "pg"
import { freePort } from "#infra/start/embedded/free-port.ts"
import { startServer } from "#infra/start/server-process.ts"
import { roleUrls } from "#prisma/roles.ts"

export interface HouseWish {
  /** For the names of its files. */
  readonly name: string
  /** The owner's URL of a migrated database. */
  readonly ownerUrl: string
  readonly redisUrl?: string | undefined
  readonly dataDir?: string
  readonly env?: Readonly<Record<string, string>>
}

/** The built product in a process of its own, as `npm start` runs it. */
export interface OpenHouse {
  readonly name: string
  readonly port: number
  readonly log: string
  /** `""` is the market; else a shop's slug, `console`, `admin` or `pay`. */
  origin(site: string): string
  /** Straight to the database, as its owner: for what only a test may know or do. */
  sql<R extends QueryResultRow>(text: string, values?: readonly unknown[]): Promise<R[]>
  /** What it logged as an error. Empty in a good house. */
  faults(): string[]
  close(): Promise<void>
}

export const failuresFolder = join(".data", "test")

export async function openHouse({ name, ownerUrl, redisUrl, dataDir, env = {} }: HouseWish): Promise<OpenHouse> {
  const own = mkdtempSync(join(process.env["RIALTO_TEST_FOLDER"] ?? tmpdir(), "house-"))
  const log = join(own, "server.log")
  const port = await freePort()
  const urls = roleUrls(ownerUrl)
  const server = await startServer({
    log,
    env: {
      ...quiet,
      DATABASE_URL: urls.app,
      PLATFORM_DATABASE_URL: urls.platform,
      PORT: String(port),
      RIALTO_DATA_DIR: dataDir ?? join(own, "data"),
      RIALTO_SECRET: randomBytes(32).toString("hex"),
      REDIS_URL: redisUrl ?? "",
      ...env,
    },
  })
  const lines = () =>
    readFileSync(log, "utf8")
      .split("\n")
      .filter((line) => line !== "")
  return {
    name,
    port,
    log,
    origin: (site) => `http://${site === "" ? "" : `${site}.`}localhost:${port}`,
    sql: (text, values = []) => ask(ownerUrl, text, values),
    faults: () => lines().filter((line) => /^\{"level":"(error|fatal)"|^ +at /.test(line)),
    async close() {
      await server.stop()
      rmSync(own, { recursive: true, force: true })
    },
  }
}

/** Nothing of whoever runs the tests: no account, no machine of theirs is ever touched. */
const quiet = {
  NODE_ENV: "production",
  LOG_LEVEL: "info",
  PUBLIC_PORT: "",
  PUBLIC_SCHEME: "",
  APEX_HOST: "",
  RIALTO_ROLES: "web,worker",
  RIALTO_PAYMENTS: "simulator",
  MEILISEARCH_URL: "",
  STRIPE_SECRET_KEY: "",
  SMTP_URL: "",
  NODE_OPTIONS: "",
}

/** Keeps the log of a house in which something went wrong. */
export function keepLog(house: OpenHouse): void {
  mkdirSync(failuresFolder, { recursive: true })
  appendFileSync(join(failuresFolder, `${house.name}-server.log`), readFileSync(house.log))
}

async function ask<R extends QueryResultRow>(url: string, text: string, values: readonly unknown[]): Promise<R[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<R>(text, [...values])).rows
  } finally {
    await client.end()
  }
}
