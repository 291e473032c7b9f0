import { randomBytes } from "node:crypto"
import { join } from "node:path"
import { freePort } from "#infra/start/embedded/free-port.ts"
import { type ServerProcess, startServer, tail } from "#infra/start/server-process.ts"
import { roleUrls } from "#prisma/roles.ts"
import { type RedisChild, startRedisChild } from "./redis-child.ts"

/** The built product as a fleet has it: some web nodes, a worker, a Redis; or, without Redis, all in one process. */
export interface Fleet {
  readonly redis: RedisChild | undefined
  /** Of the web nodes that answer now. */
  ports(): readonly number[]
  /** Killed without a word; resolves when another one has taken its place. Embedded, this takes everything down for a while. */
  killWeb(): Promise<void>
  /** The worker, and the relay in it. */
  killWorker(): Promise<void>
  readonly kills: number
  /** Of processes that ended though nobody killed them. */
  deaths(): readonly string[]
  end(): Promise<void>
}

export interface FleetWish {
  readonly ownerUrl: string
  readonly folder: string
  readonly webs: number
  /** False: the embedded form, though there may be a Redis. */
  readonly mayUseRedis?: boolean
  readonly env?: Readonly<Record<string, string>>
}

export async function openFleet({ ownerUrl, folder, webs, mayUseRedis = true, env = {} }: FleetWish): Promise<Fleet> {
  const redis = mayUseRedis ? await startRedisChild(folder) : undefined
  const urls = roleUrls(ownerUrl)
  const shared = {
    ...{ NODE_ENV: "production", LOG_LEVEL: "warn", APEX_HOST: "test", PUBLIC_PORT: "80", LISTEN_HOST: "127.0.0.1" },
    ...{ PUBLIC_SCHEME: "", NODE_ADDRESS: "", NODE_OPTIONS: "", MEILISEARCH_URL: "", SMTP_URL: "", STRIPE_SECRET_KEY: "" },
    ...{ DATABASE_URL: urls.app, PLATFORM_DATABASE_URL: urls.platform },
    ...{ REDIS_URL: redis?.url ?? "", RIALTO_PAYMENTS: "simulator", RIALTO_SECRET: randomBytes(32).toString("hex") },
    ...env,
  }
  const deaths: string[] = []
  const start = async (name: string, roles: string, port: number) => {
    const log = join(folder, `${name}.log`)
    // Each has its own card simulator. A worker's successor goes on with the mails of the one before.
    const dataDir = join(folder, roles === "web" ? `data-${name}` : "data")
    const server = await startServer({
      log,
      env: { ...shared, RIALTO_ROLES: roles, PORT: String(port), RIALTO_DATA_DIR: dataDir },
    })
    void server.gone.then((code) => code !== null && code !== 0 && deaths.push(`${name} died by itself (${code}): ${tail(log)}`))
    return server
  }
  const nodes: Node[] = []
  let count = 0
  const addWeb = async () => {
    const port = await freePort()
    const server = await start(`web-${++count}`, redis ? "web" : "web,worker", port)
    nodes.push({ server, port })
  }
  const startWorker = () => start(`worker-${++count}`, "worker", 0)
  const [worker] = await Promise.all([redis ? startWorker() : undefined, ...Array.from({ length: redis ? webs : 1 }, addWeb)])
  return fleetOf({ redis, nodes, worker, addWeb, startWorker, deaths })
}

interface Node {
  readonly server: ServerProcess
  readonly port: number
}

interface FleetParts {
  readonly redis: RedisChild | undefined
  readonly nodes: Node[]
  readonly worker: ServerProcess | undefined
  readonly addWeb: () => Promise<void>
  readonly startWorker: () => Promise<ServerProcess>
  readonly deaths: readonly string[]
}

function fleetOf({ redis, nodes, worker: first, addWeb, startWorker, deaths }: FleetParts): Fleet {
  let worker = first
  let kills = 0
  const kill = async ({ pid, gone }: ServerProcess) => {
    process.kill(pid, "SIGKILL")
    await gone.catch(() => undefined)
    kills++
  }
  const killWeb = async () => {
    const [oldest] = nodes
    if (!oldest) return
    await kill(oldest.server)
    await addWeb()
    // Until now the balancer has gone on trying it.
    nodes.shift()
  }
  return {
    redis,
    deaths: () => deaths,
    ports: () => nodes.map(({ port }) => port),
    get kills() {
      return kills
    },
    killWeb,
    async killWorker() {
      if (!worker) return killWeb()
      await kill(worker)
      worker = await startWorker()
    },
    async end() {
      await Promise.all([...nodes.map(({ server }) => server.stop(3_000)), worker?.stop(3_000)])
      await redis?.end()
    },
  }
}
