import { type Admission, type Frame, livePath } from "#server/messages/live.ts"
import type { OpenSocket } from "./live-socket.ts"

/** Loads Socket.IO when it is needed first: a page is painted and usable without it. */
export const openSocket: OpenSocket = async (events) => {
  const { io } = await import("socket.io-client")
  const socket = io({
    path: livePath,
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 8_000,
  })
  let isRevoked = false
  socket.on("connect", () => events.connect())
  socket.on("disconnect", (reason) => {
    events.lost()
    // The server cut a socket that was too slow: this is the one case in which Socket.IO does not come back by itself.
    if (reason === "io server disconnect" && !isRevoked) setTimeout(() => socket.connect(), 1_000)
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
    close: () => void socket.disconnect(),
  }
}
