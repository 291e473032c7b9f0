import type { LiveServer, LiveSocket } from "./live-server.ts"

const mostPackets = 100
const mostBytes = 512 * 1024

/** A socket that does not take what it is sent is cut: it comes back, names its position, and is brought up to date. */
export function cutSlow(io: LiveServer): void {
  for (const socket of io.sockets.sockets.values()) if (isSlow(socket)) socket.disconnect(true)
}

function isSlow({ conn }: LiveSocket): boolean {
  return waitingPackets(conn) > mostPackets || bufferedBytes(conn.transport) > mostBytes
}

/** What polling, or an upgrade under way, has not fetched yet. */
function waitingPackets(connection: object): number {
  return "writeBuffer" in connection && Array.isArray(connection.writeBuffer) ? connection.writeBuffer.length : 0
}

/** What lies in this process's memory for a WebSocket. */
function bufferedBytes(transport: object): number {
  if (!("socket" in transport) || typeof transport.socket !== "object" || transport.socket === null) return 0
  const { socket } = transport
  return "bufferedAmount" in socket && typeof socket.bufferedAmount === "number" ? socket.bufferedAmount : 0
}
