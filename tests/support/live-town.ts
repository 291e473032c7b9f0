import { get } from "node:http"
import { io } from "socket.io-client"
import { wiredTo } from "#infra/prove/fleet/wire.ts"
import { readConfig } from "#server/config.ts"
import { createHouse, openDatabases } from "#server/house.ts"
import { present } from "#server/kernel/assert.ts"
import { silentLog } from "#server/kernel/log.ts"
import type { Live } from "#server/live/attach-live.ts"
import type { Admission, Frame, LiveMessage, SubscribeRequest } from "#server/messages/live.ts"
import { livePath } from "#server/messages/live.ts"
import type { LiveBus } from "#server/ports/live-bus.ts"
import { createInProcessBus } from "#server/platform/live-bus/in-process.ts"
import { createLog } from "#server/platform/log.ts"
import { startRelay } from "#workers/relay/start-relay.ts"
import { createDatabase } from "./database.ts"
import { type LiveNode, openLiveNode } from "./live-node.ts"
import { createPeerHub } from "./peer-hub.ts"
import { createQueueDouble } from "./queue-double.ts"
import { buildWorld, type World } from "./world.ts"

/** Shops with an open live channel and a relay, as one process has them. */
export interface LiveTown extends World {
  readonly live: Live
  readonly bus: LiveBus
  readonly port: number
  /** What the nodes said to each other. */
  readonly said: readonly string[]
  /** Another web node of the same town; it ends with it. */
  addNode(): Promise<LiveNode>
  /** The status of a polling handshake with those headers. */
  knock(headers: Readonly<Record<string, string>>): Promise<number>
  /** A browser's socket on that host. */
  connect(host: string, wish?: SocketWish): Promise<Visitor>
  close(): Promise<void>
}

export interface SocketWish {
  readonly cookie?: string
  readonly origin?: string
  /** Of another node, or of a balancer. */
  readonly port?: number
  readonly transports?: ("websocket" | "polling")[]
}

export interface Visitor {
  readonly frames: Frame[]
  messages(): LiveMessage[]
  ask(request: unknown): Promise<Admission>
  subscribe(subscription: SubscribeRequest["subscription"], since?: number): Promise<Extract<Admission, { ok: true }>>
  transport(): string
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
    LISTEN_HOST: "127.0.0.1",
  })
  const databases = openDatabases(config)
  const house = createHouse({ config, log: createLog("silent"), ...databases, ports: world.ports, clock: world.clock })
  const bus = createInProcessBus()
  const hub = createPeerHub()
  const nodes: LiveNode[] = []
  const addNode = async () => {
    const node = await openLiveNode(house, bus, hub.line())
    nodes.push(node)
    return node
  }
  const { live, port } = await addNode()
  const relay = startRelay(database.platformUrl, {
    queue: createQueueDouble(),
    bus,
    clock: world.clock,
    log: silentLog,
    onUse: () => undefined,
  })
  const visitors = new Set<Visitor>()
  return {
    ...world,
    live,
    bus,
    port,
    said: hub.said,
    addNode,
    knock: (headers) => knock(port, headers),
    async connect(host, wish = {}) {
      const visitor = await openVisitor(wish.port ?? port, host, wish)
      visitors.add(visitor)
      return visitor
    },
    async close() {
      for (const visitor of visitors) visitor.close()
      await relay.close()
      for (const node of nodes) await node.close()
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

async function openVisitor(
  port: number,
  host: string,
  { cookie, origin = `http://${host}`, transports = ["websocket"] }: SocketWish,
): Promise<Visitor> {
  const extraHeaders = { Origin: origin, ...(cookie ? { Cookie: cookie } : {}) }
  const socket = io(`http://${host}`, {
    path: livePath,
    ...wiredTo(port),
    transports,
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
    transport: () => socket.io.engine.transport.name,
    isRevoked: () => isRevoked,
    isOpen: () => socket.connected,
    close: () => void socket.disconnect(),
  }
}
