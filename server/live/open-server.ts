import type { Server as HttpServer } from "node:http"
import type { Duplex } from "node:stream"
import { type DefaultEventsMap, Server } from "socket.io"
import { livePath } from "#server/messages/live.ts"
import { type Entrance, findGuest, type Guest } from "./guest.ts"
import { newSessionId } from "./nodes/node-name.ts"
import { watchPackets } from "./watch-packets.ts"
import type { Heard, LiveServer, SocketNote, Told } from "./live-server.ts"
import { rooms } from "./rooms.ts"

/** A subscription with the most variants that a page shows takes half of it. */
const mostBytesPerMessage = 16 * 1024

function endLine(this: Duplex): void {
  this.destroy()
}

/** The socket server, in front of which every handshake is looked at; whoever gets in is known. */
export function openServer(httpServer: HttpServer, node: string, entrance: Entrance): LiveServer {
  const guests = new WeakMap<object, Guest>()
  const io: LiveServer = new Server<Heard, Told, DefaultEventsMap, SocketNote>(httpServer, {
    path: livePath,
    transports: ["websocket", "polling"],
    serveClient: false,
    maxHttpBufferSize: mostBytesPerMessage,
    perMessageDeflate: false,
    httpCompression: false,
    connectTimeout: 10_000,
    pingInterval: 15_000,
    pingTimeout: 10_000,
    allowRequest(request, decide) {
      findGuest(entrance, request).then(
        (guest) => {
          if (guest) guests.set(request, guest)
          decide(null, guest !== undefined)
        },
        (error: unknown) => {
          entrance.house.log.warn({ err: error }, "a handshake failed")
          decide("busy", false)
        },
      )
    },
  })
  // While a handshake is looked at nobody else listens to its line, and a line that breaks then would take the process with it.
  httpServer.prependListener("upgrade", (_request, socket) => socket.on("error", endLine))
  io.engine.generateId = () => newSessionId(node)
  io.engine.on("connection", (connection) => {
    const guest = guests.get(connection.request)
    if (guest) guests.set(connection, guest)
    // Its headers alone would be a third of what an idle socket costs.
    Reflect.set(connection, "request", undefined)
    watchPackets(connection)
  })
  io.use((socket, next) => {
    const guest = guests.get(socket.conn)
    if (!guest) return next(new Error("forbidden"))
    socket.data.guest = guest
    socket.data.posts = []
    if (guest.site.name === "storefront") void socket.join(rooms.host(guest.site.tenant.id))
    next()
  })
  return io
}
