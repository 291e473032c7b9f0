import { randomBytes } from "node:crypto"
import { join } from "node:path"
import { Client } from "pg"
import { freePort } from "#infra/start/embedded/free-port.ts"
import { startServer } from "#infra/start/server-process.ts"
import { roleUrls } from "#prisma/roles.ts"
import { openTrace, type Trace } from "./trace.ts"
import type { BenchWorld } from "./bench-world.ts"

/** The product, started as `npm start` starts it, on a copy of the seeded shops. */
export interface Product {
  readonly pid: number
  readonly port: number
  readonly ownerUrl: string
  readonly shop: Shop
  /** The owner's connection, which no fence holds back. */
  readonly owner: Client
  /** Has PostgreSQL write down the statements of this database while `run` runs. */
  trace(run: () => Promise<unknown>): Promise<Trace>
  stop(): Promise<void>
}

export interface Shop {
  readonly id: string
  /** With the port, as a browser sends it. */
  readonly host: string
  readonly country: string
}

export interface ProductWish {
  readonly name: string
  readonly env?: Readonly<Record<string, string>>
}

export async function startProduct(world: BenchWorld, { name, env = {} }: ProductWish): Promise<Product> {
  const { ownerUrl, dataDir } = await world.copy(name)
  const port = await freePort()
  const urls = roleUrls(ownerUrl)
  const server = await startServer({
    env: {
      DATABASE_URL: urls.app,
      PLATFORM_DATABASE_URL: urls.platform,
      RIALTO_EMBEDDED_POSTGRES_PID: String(world.postgres.pid),
      PORT: String(port),
      LISTEN_HOST: "127.0.0.1",
      RIALTO_DATA_DIR: dataDir,
      NODE_ENV: "production",
      RIALTO_ROLES: "web,worker",
      RIALTO_PAYMENTS: "simulator",
      RIALTO_SECRET: randomBytes(32).toString("hex"),
      // One machine plays all shoppers: from one address so many orders would be slowed down.
      RIALTO_RATE_LIMITS: "false",
      ...env,
    },
    log: join(dataDir, "server.log"),
  })
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  return {
    ...{ pid: server.pid, port, ownerUrl, owner, shop: await firstShop(owner, port) },
    trace: (run) => openTrace(world, owner, run),
    async stop() {
      await owner.end()
      await server.stop()
    },
  }
}

async function firstShop(owner: Client, port: number): Promise<Shop> {
  const { rows } = await owner.query<{ id: string; host: string; country: string }>(
    `select t.id, d.host, t.country from tenant t join domain d on d.tenant_id = t.id and d."primary" where t.slug = 'alder'`,
  )
  const shop = rows[0]
  if (!shop) throw new Error("the seeded shop alder is missing")
  return { ...shop, host: `${shop.host}:${port}` }
}
