import { type ChildProcess, spawn } from "node:child_process"
import { closeSync, existsSync, openSync, readFileSync, rmSync } from "node:fs"
import { join, resolve } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { type Cluster, clusterFolder, openCluster, ownerName, quietEnvironment, shelterFor } from "./cluster.ts"
import { freePort, isFree } from "./free-port.ts"
import { PlainFailure, plainly } from "./plain-failure.ts"
import { isServing, type Postmaster, readPostmaster } from "./postmaster.ts"

export interface EmbeddedPostgres {
  readonly port: number
  readonly pid: number
  /** Made by this call, and so holding nothing yet; or found running, left behind by a run that was killed. */
  readonly origin: "started" | "found"
  /** The owner's URL of one database. Others' roles get theirs by `roleUrls` of prisma/roles.ts. */
  ownerUrl(database: string): string
  /** The same past the network, where there is such a way: only of data that nobody would miss. */
  nearUrl(database: string): string
  /** Fast shutdown: sessions end, everything is on disk. Repeating is harmless. */
  stop(): Promise<void>
}

export interface EmbeddedWish {
  readonly dataDir: string
  /** Undefined: the port of last time, or a free one. */
  readonly port?: number | undefined
  /** False for data that nobody would miss: no waiting for the disk. */
  readonly durable?: boolean
}

/** A real PostgreSQL from npm on a loopback port, with its data under `dataDir`. Only one run per folder at a time. */
export async function startEmbeddedPostgres(wish: EmbeddedWish): Promise<EmbeddedPostgres> {
  const dataDir = resolve(wish.dataDir)
  try {
    const cluster = await openCluster(dataDir)
    const orphan = readPostmaster(cluster.folder)
    if (orphan !== undefined && isServing(cluster.folder, orphan)) {
      const live = await untilReady(cluster)
      if (live !== undefined) return handleOf(cluster, live, "found")
    }
    if (orphan !== undefined && processExists(orphan.pid)) rmSync(join(cluster.folder, "postmaster.pid"), { force: true })
    return await start(cluster, wish)
  } catch (error) {
    throw plainly(error, dataDir)
  }
}

/** Stops what a killed run left running on this folder, if anything, and deletes its data. */
export async function forgetEmbeddedPostgres(dataDir: string): Promise<void> {
  const place = resolve(dataDir)
  const folder = clusterFolder(place)
  const orphan = readPostmaster(folder)
  if (orphan !== undefined && isServing(folder, orphan)) await stop(folder, orphan.pid)
  for (const path of [place, shelterFor(place)]) rmSync(path, { recursive: true, force: true })
}

async function start(cluster: Cluster, wish: EmbeddedWish): Promise<EmbeddedPostgres> {
  let port = wish.port ?? cluster.rememberedPort ?? (await freePort())
  for (let attempt = 1; ; attempt += 1) {
    if (wish.port === undefined && !(await isFree(port))) port = await freePort()
    const child = launch(cluster, port, wish.durable ?? true)
    const live = await untilReady(cluster, child)
    if (live !== undefined) {
      await cluster.remember(live.port)
      child.unref()
      return handleOf(cluster, live, "started")
    }
    // Sessions of a killed PostgreSQL need a moment to notice and let go of its memory.
    if (attempt === 4) throw new PlainFailure(`PostgreSQL did not start: ${lastWords(cluster.log)} (its log: ${cluster.log})`)
    await pause(attempt * 500)
  }
}

function launch(cluster: Cluster, port: number, durable: boolean): ChildProcess {
  const settings = {
    listen_addresses: "127.0.0.1",
    // A socket of its own beside the port, where it costs less and its path is short enough.
    unix_socket_directories: durable ? "" : (socketFolder(cluster) ?? ""),
    timezone: "UTC",
    log_timezone: "UTC",
    // Tests play whole fleets at once.
    max_connections: durable ? "60" : "400",
    shared_buffers: "64MB",
    jit: "off",
    // Neither standbys nor parallel plans on one small machine: fewer processes at rest.
    io_method: "sync",
    wal_level: "minimal",
    max_wal_senders: "0",
    max_logical_replication_workers: "0",
    max_parallel_workers_per_gather: "0",
    autovacuum_max_workers: "1",
    random_page_cost: "1.1",
    max_wal_size: "256MB",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])
  const log = openSync(cluster.log, "w")
  // Detached: Ctrl-C in a terminal reaches the whole process group, and the database must go down last.
  const child = spawn(join(cluster.native, "bin", "postgres"), ["-D", cluster.folder, "-p", String(port), ...flags], {
    env: quietEnvironment(),
    cwd: cluster.folder,
    detached: true,
    stdio: ["ignore", log, log],
    ...cluster.account,
  })
  child.on("error", () => undefined)
  closeSync(log)
  return child
}

/** Undefined: the process ended first. A crashed cluster replays its log before it is ready, so this may take a while. */
async function untilReady(cluster: Cluster, child?: ChildProcess): Promise<Postmaster | undefined> {
  for (let waited = 0; waited < 120_000; waited += 20) {
    const seen = readPostmaster(cluster.folder)
    const isOurs = child === undefined || seen?.pid === child.pid
    if (seen?.ready && isOurs) return seen
    if (child !== undefined && (child.exitCode !== null || child.signalCode !== null || child.pid === undefined)) return undefined
    if (child === undefined && (seen === undefined || !isServing(cluster.folder, seen))) return undefined
    await pause(20)
  }
  throw new PlainFailure(`PostgreSQL was not ready after two minutes (its log: ${cluster.log}).`)
}

function handleOf(cluster: Cluster, { pid, port }: Postmaster, origin: EmbeddedPostgres["origin"]): EmbeddedPostgres {
  const urlOf = (database: string) => `postgresql://${ownerName}:${cluster.password}@127.0.0.1:${port}/${database}`
  return {
    pid,
    port,
    origin,
    ownerUrl: urlOf,
    nearUrl: (database) => {
      const folder = socketFolder(cluster)
      return folder !== undefined && existsSync(join(folder, `.s.PGSQL.${port}`))
        ? `${urlOf(database)}?host=${encodeURIComponent(folder)}`
        : urlOf(database)
    },
    stop: () => stop(cluster.folder, pid),
  }
}

/** Undefined where there are none, or where the path would be longer than such names may be. */
function socketFolder({ folder }: Cluster): string | undefined {
  return process.platform === "win32" || folder.length > 80 ? undefined : folder
}

async function stop(folder: string, pid: number): Promise<void> {
  // The pid file goes last; the process itself may linger as a zombie where nobody waits for it.
  const isThere = () => readPostmaster(folder)?.pid === pid && processExists(pid)
  for (const [signal, patience] of [
    ["SIGINT", 15_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 1_000],
  ] as const) {
    if (!isThere()) return
    process.kill(pid, signal)
    for (let waited = 0; waited < patience && isThere(); waited += 20) await pause(20)
  }
}

function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM"
  }
}

function lastWords(log: string): string {
  const lines = readFileSync(log, "utf8").trim().split("\n")
  return lines.filter((line) => /FATAL|ERROR|PANIC|HINT/.test(line)).at(-1) ?? lines.at(-1) ?? "it said nothing"
}
