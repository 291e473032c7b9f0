import { createServer, get } from "node:http"
import { io } from "socket.io-client"
import { readConfig } from "#server/config.ts"
import { findTenantByHost, findTenantById } from "#server/domain/tenants/index.ts"
import { createHouse, openDatabases } from "#server/house.ts"
import { createTenantDirectory } from "#server/http/hosts/tenant-directory.ts"
import { present } from "#server/kernel/assert.ts"
import { silentLog } from "#server/kernel/log.ts"
import { attachLive, type Live } from "#server/live/attach-live.ts"
import { followLog } from "#server/live/log-follower.ts"
import { createLogReader } from "#server/live/log-reader.ts"
import type { Admission, Frame, LiveMessage, SubscribeRequest } from "#server/messages/live.ts"
import { livePath } from "#server/messages/live.ts"
import type { LiveBus } from "#server/ports/live-bus.ts"
import { createInProcessBus } from "#server/platform/live-bus/in-process.ts"
import { createLog } from "#server/platform/log.ts"
import { startRelay } from "#workers/relay/start-relay.ts"
import { createDatabase } from "./database.ts"
import { createQueueDouble } from "./queue-double.ts"
import { buildWorld, type World } from "./world.ts"

/** Shops with an open live channel and a relay, as one process has them. */
export interface LiveTown extends World {
  readonly live: Live
  readonly bus: LiveBus
  readonly port: number
  /** The status of a polling handshake with those headers. */
  knock(headers: Readonly<Record<string, string>>): Promise<number>
  /** A browser's socket on that host. */
  connect(host: string, wish?: SocketWish): Promise<Visitor>
  close(): Promise<void>
}

export interface SocketWish {
  readonly cookie?: string
  readonly origin?: string
}

export interface Visitor {
  readonly frames: Frame[]
  messages(): LiveMessage[]
  ask(request: unknown): Promise<Admission>
  subscribe(subscription: SubscribeRequest["subscription"], since?: number): Promise<Extract<Admission, { ok: true }>>
  isRevoked(): boolean
  isOpen(): boolean
  close(): void
}

export async function openLiveTown(): Promise<LiveTown> {
  const database = await createDatabase()
  const world = buildWorld(database)
  const config = readConfig({
    DATABASE_URL: database.appUrl,
    PLATFORM_DATABASE_URL: database.platformUrl,
    APEX_HOST: "test",
    PUBLIC_PORT: "80",
    DATABASE_POOL: "6",
  })
  const databases = openDatabases(config)
  const house = createHouse({ config, log: createLog("silent"), ...databases, ports: world.ports, clock: world.clock })
  const bus = createInProcessBus()
  const tenants = createTenantDirectory({
    byHost: (host) => findTenantByHost(world.platform, host),
    byId: (tenantId) => findTenantById(world.platform, tenantId),
  })
  const server = createServer((_, res) => void res.writeHead(404).end())
  const reader = createLogReader(world.platform)
  const follower = await followLog(bus, reader, () => undefined)
  const live = await attachLive(server, { house, tenants, reader, follower })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  const port = typeof address === "object" && address ? address.port : 0
  const relay = startRelay(database.platformUrl, { queue: createQueueDouble(), bus, clock: world.clock, log: silentLog })
  const visitors = new Set<Visitor>()
  return {
    ...world,
    live,
    bus,
    port,
    knock: (headers) => knock(port, headers),
    async connect(host, wish = {}) {
      const visitor = await openVisitor(port, host, wish)
      visitors.add(visitor)
      return visitor
    },
    async close() {
      for (const visitor of visitors) visitor.close()
      await relay.close()
      await live.close()
      follower.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await databases.close()
      await world.close()
      await database.drop()
    },
  }
}

function knock(port: number, headers: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port, path: `${livePath}/?EIO=4&transport=polling`, headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    }).once("error", reject)
  })
}

async function openVisitor(port: number, host: string, { cookie, origin = `http://${host}` }: SocketWish): Promise<Visitor> {
  const extraHeaders = { Host: host, Origin: origin, ...(cookie ? { Cookie: cookie } : {}) }
  const socket = io(`http://127.0.0.1:${port}`, {
    path: livePath,
    transports: ["websocket"],
    extraHeaders,
    reconnection: false,
    forceNew: true,
  })
  const frames: Frame[] = []
  let isRevoked = false
  socket.on("frame", (frame: Frame) => frames.push(frame))
  socket.on("revoked", () => {
    isRevoked = true
  })
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve)
    socket.once("connect_error", (error) => {
      socket.close()
      reject(error)
    })
  })
  const ask = (request: unknown): Promise<Admission> => socket.timeout(10_000).emitWithAck("subscribe", request)
  return {
    frames,
    ask,
    messages: () => frames.flatMap((frame) => frame.messages),
    async subscribe(subscription, since) {
      const admission = await ask(since === undefined ? { subscription } : { subscription, since })
      return present(admission.ok ? admission : undefined, "admission")
    },
    isRevoked: () => isRevoked,
    isOpen: () => socket.connected,
    close: () => void socket.disconnect(),
  }
}
