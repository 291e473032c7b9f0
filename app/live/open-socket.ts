import type { Socket } from "socket.io-client"
import { type Admission, type Frame, livePath } from "#server/messages/live.ts"
import type { LiveSocket, OpenSocket, SocketEvents } from "./live-socket.ts"
import { watchSigns } from "./watch-signs.ts"

/** Back-off with jitter, so that the pages of a server that went away do not come back in step. */
export const socketOptions = {
  path: livePath,
  transports: ["websocket", "polling"],
  tryAllTransports: true,
  timeout: 10_000,
  reconnectionDelay: 400,
  reconnectionDelayMax: 8_000,
  randomizationFactor: 0.5,
}

const afterCutMs = 500
const probeMs = 3_000

/** Loads Socket.IO when it is needed first: a page is painted and usable without it. */
export const openSocket: OpenSocket = async (events) => {
  const { io } = await import("socket.io-client")
  const carried = carry(io(socketOptions), events)
  const stopWatching = watchSigns(carried.comeBack)
  return {
    ...{ subscribe: carried.subscribe, unsubscribe: carried.unsubscribe, renew: carried.renew },
    get connected() {
      return carried.connected
    },
    close() {
      stopWatching()
      carried.close()
    },
  }
}

export interface CarriedSocket extends LiveSocket {
  /** There is reason to believe that the network is there: do not wait for the next attempt, or look whether the line still holds. */
  comeBack(): void
}

/** Socket.IO's socket as the live client wants one. */
export function carry(socket: Socket, events: SocketEvents): CarriedSocket {
  let isRevoked = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const reconnect = () => {
    if (!isRevoked) socket.disconnect().connect()
  }
  socket.on("connect", () => events.connect())
  socket.on("disconnect", (reason) => {
    events.lost()
    // The server cut a socket that was too slow: this is the one case in which Socket.IO does not come back by itself.
    if (reason === "io server disconnect" && !isRevoked) timer = setTimeout(reconnect, afterCutMs * (1 + Math.random()))
  })
  socket.on("connect_error", () => events.lost())
  socket.on("frame", (frame: Frame) => events.frame(frame))
  socket.on("revoked", () => {
    isRevoked = true
    events.revoked()
  })
  return {
    get connected() {
      return socket.connected
    },
    subscribe: (request, answer) => void socket.emit("subscribe", request, (admission: Admission) => answer(admission)),
    unsubscribe: (room) => void socket.emit("unsubscribe", room),
    renew: reconnect,
    comeBack() {
      if (!socket.connected) return reconnect()
      socket.timeout(probeMs).emit("alive", (error: Error | null) => error && reconnect())
    },
    close() {
      isRevoked = true
      clearTimeout(timer)
      socket.disconnect()
    },
  }
}
