import type { Server as HttpServer } from "node:http"
import { Server } from "socket.io"
import type { House } from "#server/house.ts"
import type { TenantDirectory } from "#server/http/hosts/tenant-directory.ts"
import type { LoggedEvent } from "#server/messages/events.ts"
import { livePath } from "#server/messages/live.ts"
import { deliveriesOf } from "./audience.ts"
import { closeUnwelcome, dismissHost } from "./close-unwelcome.ts"
import { cutSlow } from "./cut-slow.ts"
import { createFrameBuffer } from "./frame-buffer.ts"
import { findGuest, type Guest } from "./guest.ts"
import type { Heard, LiveServer, SocketNote, Told } from "./live-server.ts"
import type { LogFollower } from "./log-follower.ts"
import type { LogReader } from "./log-reader.ts"
import { createPresence } from "./presence.ts"
import { primeBoard, readCaptions } from "./pulse/prime-board.ts"
import { createPulseBoard } from "./pulse/pulse-board.ts"
import { repeat } from "./repeat.ts"
import { productIn, rooms } from "./rooms.ts"
import { serveSocket, viewersMessage } from "./serve-socket.ts"

export interface LiveParts {
  readonly house: House
  readonly tenants: TenantDirectory
  readonly reader: LogReader
  readonly follower: LogFollower
}

export interface Live {
  /** Where the tenant's log stood, at least, when this was asked: read it before the page's rows, and the page can be caught up. */
  seqOf(tenantId: string): number
  /** For the admin's pulse: somebody was told no. */
  countRefusal(tenantId: string): void
  close(): Promise<void>
}

/** Opens the live channel on a server that already has its request handler. */
export async function attachLive(httpServer: HttpServer, { house, tenants, reader, follower }: LiveParts): Promise<Live> {
  const { log, clock } = house
  const platform = house.platformContext({ kind: "system" })
  const io = openServer(httpServer, house, tenants)
  const hasListeners = (room: string) => io.sockets.adapter.rooms.has(room)
  const frames = createFrameBuffer((frame) => io.to(frame.room).emit("frame", frame))
  const onFault = (error: unknown) => log.warn({ err: error }, "the live channel met a fault")

  const crowded = new Set<string>()
  const presence = createPresence((place) => crowded.add(place))
  const board = createPulseBoard()
  await primeBoard(board, platform)

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
  io.on("connection", (socket) => serveSocket({ house, logs: { reader, follower }, presence }, socket))
  io.sockets.adapter.on("delete-room", frames.forget)

  const everySecond = () => {
    for (const place of crowded) {
      const productId = productIn(place)
      if (productId !== undefined && hasListeners(place)) frames.put(place, viewersMessage(productId, presence.count(place)), 0)
    }
    crowded.clear()
    cutSlow(io)
    if (hasListeners(rooms.platform())) {
      const pulse = board.read(clock.now().getTime(), presence.count)
      frames.put(rooms.platform(), { kind: "state", topic: "pulse", id: "platform", revision: pulse.at, pulse }, 0)
    }
  }
  const beat = setInterval(everySecond, 1_000)
  const stopWatching = repeat(800, () => closeUnwelcome(io, platform), onFault)

  return {
    seqOf: follower.seqOf,
    countRefusal: (tenantId) => board.refusal(tenantId, clock.now().getTime()),
    async close() {
      clearInterval(beat)
      stopWatching()
      stopFollowing()
      frames.close()
      io.disconnectSockets(true)
      io.engine.close()
    },
  }
}

function openServer(httpServer: HttpServer, house: House, tenants: TenantDirectory): LiveServer {
  const guests = new WeakMap<object, Guest>()
  const io: LiveServer = new Server<Heard, Told, Record<string, never>, SocketNote>(httpServer, {
    path: livePath,
    transports: ["websocket", "polling"],
    serveClient: false,
    maxHttpBufferSize: 16 * 1024,
    perMessageDeflate: false,
    httpCompression: false,
    connectTimeout: 10_000,
    allowRequest(request, decide) {
      findGuest(house, tenants, request).then(
        (guest) => {
          if (guest) guests.set(request, guest)
          decide(null, guest !== undefined)
        },
        (error: unknown) => {
          house.log.warn({ err: error }, "a handshake failed")
          decide("busy", false)
        },
      )
    },
  })
  io.use((socket, next) => {
    const guest = guests.get(socket.request)
    if (!guest) return next(new Error("forbidden"))
    socket.data.guest = guest
    if (guest.site.name === "storefront") void socket.join(rooms.host(guest.site.tenant.id))
    next()
  })
  return io
}
