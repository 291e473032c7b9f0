import type { Server as HttpServer } from "node:http"
import type { House } from "#server/house.ts"
import type { PulseSource } from "#server/http/context/live-watch.ts"
import type { TenantDirectory } from "#server/http/hosts/tenant-directory.ts"
import type { LoggedEvent } from "#server/messages/events.ts"
import type { Standing } from "#server/platform/pulse/meter.ts"
import type { PeerLine } from "#server/ports/peer-line.ts"
import { deliveriesOf } from "./audience.ts"
import { closeUnwelcome, dismissHost } from "./close-unwelcome.ts"
import { cutSlow } from "./cut-slow.ts"
import { createDoorkeeper, createOpenDoor } from "./doorkeeper.ts"
import { createFrameBuffer } from "./frame-buffer.ts"
import type { LogFollower } from "./log-follower.ts"
import type { LogReader } from "./log-reader.ts"
import type { LiveServer } from "./live-server.ts"
import { openServer } from "./open-server.ts"
import { joinCircle } from "./nodes/join-circle.ts"
import { newNodeName } from "./nodes/node-name.ts"
import { primeBoard, readCaptions } from "./pulse/prime-board.ts"
import { createPulseBoard, type PulseBoard } from "./pulse/pulse-board.ts"
import { createPulseWatch } from "./pulse/pulse-watch.ts"
import { repeat } from "./repeat.ts"
import { productIn, rooms } from "./rooms.ts"
import { serveSocket, viewersMessage } from "./serve-socket.ts"

export interface LiveParts {
  readonly house: House
  readonly tenants: TenantDirectory
  readonly reader: LogReader
  readonly follower: LogFollower
  /** Undefined: this is the only web node. */
  readonly peers?: PeerLine | undefined
}

export interface Live {
  /** Where the tenant's log stood, at least, when this was asked: read it before the page's rows, and the page can be caught up. */
  seqOf(tenantId: string): number
  readonly pulse: PulseSource
  /** Open sockets of this process. */
  socketCount(): number
  close(): Promise<void>
}

/** Opens the live channel on a server that already has its request handler. */
export async function attachLive(httpServer: HttpServer, { house, tenants, reader, follower, peers }: LiveParts): Promise<Live> {
  const { log } = house
  const platform = house.platformContext({ kind: "system" })
  const door = house.config.rateLimits ? createDoorkeeper(house.ports.limits) : createOpenDoor()
  const name = newNodeName()
  const io = openServer(httpServer, name, { house, tenants, door })
  const hasListeners = (room: string) => io.sockets.adapter.rooms.has(room)
  const frames = createFrameBuffer((frame) => io.to(frame.room).emit("frame", frame))
  const onFault = (error: unknown) => log.warn({ err: error }, "the live channel met a fault")

  const crowded = new Set<string>()
  const onChange = (place: string) => void crowded.add(place)
  const { presence, countHere, leave } = joinCircle({ server: httpServer, config: house.config, name, peers, onChange })
  const board = createPulseBoard()
  await primeBoard(board, platform)
  const pulse = createPulseWatch({ board, platform, frames, hasListeners })
  const stopObserving = house.meter.observe(() => standingOf(io, board, countHere))

  const deliver = (event: LoggedEvent) => {
    board.event(event)
    if (event.name.startsWith("tenant.")) {
      tenants.drop(event.tenantId)
      void readCaptions(board, platform, event.tenantId).catch(onFault)
    }
    if (event.name === "tenant.suspended") dismissHost(io, event.tenantId)
    for (const { room, message } of deliveriesOf(event)) if (hasListeners(room)) frames.put(room, message, event.seq)
  }
  // So much was missed that nobody is told: whoever comes back is told to load afresh.
  const stopFollowing = follower.subscribe(deliver, () => io.disconnectSockets(true))
  io.on("connection", (socket) => serveSocket({ house, logs: { reader, follower }, presence, door, pulse }, socket))
  io.sockets.adapter.on("delete-room", frames.forget)

  const everySecond = () => {
    for (const place of crowded) {
      const productId = productIn(place)
      if (productId !== undefined && hasListeners(place)) frames.put(place, viewersMessage(productId, presence.count(place)), 0)
    }
    crowded.clear()
    cutSlow(io)
  }
  const beat = setInterval(everySecond, 1_000)
  const stopPulse = repeat(1_000, () => pulse.beat(), onFault)
  const stopWatching = repeat(400, () => closeUnwelcome(io, platform), onFault)

  return {
    seqOf: follower.seqOf,
    pulse,
    socketCount: () => io.sockets.sockets.size,
    async close() {
      clearInterval(beat)
      stopWatching()
      stopFollowing()
      stopPulse()
      stopObserving()
      frames.close()
      io.disconnectSockets(true)
      io.engine.close()
      leave()
    },
  }
}

/** Who is connected to each shop's own host, on this node. */
function* standingOf(
  io: LiveServer,
  board: PulseBoard,
  countHere: (place: string) => number,
): Iterable<readonly [string, Standing]> {
  for (const tenantId of board.shopIds()) {
    const sockets = io.sockets.adapter.rooms.get(rooms.host(tenantId))?.size ?? 0
    if (sockets > 0) yield [tenantId, { sockets, visitors: countHere(tenantId) }]
  }
}
