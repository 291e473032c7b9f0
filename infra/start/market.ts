import { rmSync } from "node:fs"
import { join, resolve } from "node:path"
import { roleUrls } from "#prisma/roles.ts"
import { build, generateClient } from "./build-steps.ts"
import { migrateDatabase, seedDatabase } from "./database-steps.ts"
import { type EmbeddedPostgres, forgetEmbeddedPostgres, startEmbeddedPostgres } from "./embedded/embedded-postgres.ts"
import { isFree } from "./embedded/free-port.ts"
import { PlainFailure, plainly } from "./embedded/plain-failure.ts"
import type { StartOptions } from "./options.ts"
import { step } from "./progress.ts"
import { ownSecret } from "./secret.ts"
import { type ServerProcess, startServer } from "./server-process.ts"
import { takeLock } from "./start-lock.ts"
import { welcome } from "./welcome.ts"

/** What is open so far, closed in reverse. */
type Close = () => Promise<void> | void

const root = resolve(".data")
const folders = { lock: join(root, "start.pid"), postgres: join(root, "postgres"), market: join(root, "market") }

/** Everything from an empty folder to an open market. Each thing opened is handed to `opened` at once. */
export async function openMarket(options: StartOptions, opened: (close: Close) => void): Promise<ServerProcess> {
  opened(takeLock(folders.lock))
  if (options.reset) await reset()
  if (!(await isFree(options.port))) {
    throw new PlainFailure(
      `Port ${options.port} is in use: stop what runs there, or choose another with \`npm start -- --port ${options.port + 1}\`.`,
    )
  }

  const code = generateClient().then(build)
  // Its failure is looked at below, after the database's own.
  code.catch(() => undefined)
  const database = await openDatabase(opened)
  const wish = { ownerUrl: database.ownerUrl, dataDir: folders.market, seedNumber: options.seed, isOwn: database.isOwn }
  const migrated = await migrateDatabase(wish)
  await code
  const view = await seedDatabase(wish, migrated)

  const server = await step("market", async () => {
    const env = { ...database.env, PORT: String(options.port), RIALTO_DATA_DIR: folders.market, ...settings() }
    const result = await startServer({ env, log: join(folders.market, "server.log") })
    opened(() => result.stop())
    return { outcome: "opened", result }
  })
  process.stdout.write(welcome(options.port, view, join(folders.market, "sign-ins.json")))
  return server
}

interface OpenDatabase {
  readonly ownerUrl: string
  readonly isOwn: boolean
  readonly env: Readonly<Record<string, string>>
}

/** The operator's PostgreSQL when a URL is set, else our own. */
function openDatabase(opened: (close: Close) => void): Promise<OpenDatabase> {
  return step<OpenDatabase>("database", async () => {
    const { DATABASE_URL: url, PLATFORM_DATABASE_URL: platform, OWNER_DATABASE_URL: owner } = process.env
    if (url !== undefined && platform !== undefined && owner !== undefined) {
      return {
        outcome: "yours, found",
        result: { ownerUrl: owner, isOwn: false, env: { DATABASE_URL: url, PLATFORM_DATABASE_URL: platform } },
      }
    }
    const postgres = url === undefined ? await startOwnPostgres(opened) : undefined
    const ownerUrl = postgres?.ownerUrl("rialto") ?? url ?? ""
    const urls = roleUrls(ownerUrl)
    const env = {
      DATABASE_URL: urls.app,
      PLATFORM_DATABASE_URL: urls.platform,
      RIALTO_EMBEDDED_POSTGRES_PID: String(postgres?.pid ?? ""),
    }
    return { outcome: postgres?.origin ?? "yours, found", result: { ownerUrl, isOwn: postgres !== undefined, env } }
  })
}

async function startOwnPostgres(opened: (close: Close) => void): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir: folders.postgres })
  opened(() => postgres.stop())
  return postgres
}

function settings(): Record<string, string> {
  return {
    NODE_ENV: "production",
    RIALTO_ROLES: process.env["RIALTO_ROLES"] ?? "web,worker,trainer",
    // Without an account at Stripe the cards are make-believe.
    RIALTO_PAYMENTS: process.env["RIALTO_PAYMENTS"] ?? (process.env["STRIPE_SECRET_KEY"] ? "stripe" : "simulator"),
    RIALTO_SECRET: process.env["RIALTO_SECRET"] ?? ownSecret(join(root, "secret")),
  }
}

/** Forgets what `npm start` keeps, and nothing else under `.data`. A database left running by a killed run is stopped first. */
async function reset(): Promise<void> {
  await step("reset", async () => {
    try {
      await forgetEmbeddedPostgres(folders.postgres)
      rmSync(folders.market, { recursive: true, force: true })
    } catch (error) {
      throw plainly(error, root)
    }
    return { outcome: "data deleted", result: undefined }
  })
}
