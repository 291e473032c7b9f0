import { WebSocket, WebSocketServer } from "ws"
import { z } from "zod"
import { answer, readWish } from "./wish.ts"

/** What `ws` alone can do: whatever one socket says goes to all others. */
await readWish(z.object({}))

const server = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false })
server.on("connection", (socket) => {
  socket.on("message", (text) => {
    const frame = String(text)
    for (const other of server.clients) if (other !== socket && other.readyState === WebSocket.OPEN) other.send(frame)
  })
})
server.once("listening", () => {
  const address = server.address()
  answer({ port: typeof address === "object" && address !== null ? address.port : 0 })
})
