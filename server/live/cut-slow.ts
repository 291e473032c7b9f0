import type { LiveServer, LiveSocket } from "./live-server.ts"

const mostPackets = 100
const mostBytes = 512 * 1024

/** A socket that does not take what it is sent is cut: it comes back, names its position, and is brought up to date. */
export function cutSlow(io: LiveServer): void {
  for (const socket of io.sockets.sockets.values()) if (isSlow(socket)) cut(socket)
}

function isSlow({ conn }: LiveSocket): boolean {
  return waitingPackets(conn) > mostPackets || bufferedBytes(conn.transport) > mostBytes
}

/** Not by the way that says goodbye first: it would wait for what is never taken, and keep all of it. */
function cut({ conn }: LiveSocket): void {
  const socket = socketOf(conn.transport)
  if (socket && "terminate" in socket && typeof socket.terminate === "function") socket.terminate()
  else conn.close(true)
}

/** What polling, or an upgrade under way, has not fetched yet. */
function waitingPackets(connection: object): number {
  return "writeBuffer" in connection && Array.isArray(connection.writeBuffer) ? connection.writeBuffer.length : 0
}

/** What lies in this process's memory for a WebSocket. */
function bufferedBytes(transport: object): number {
  const socket = socketOf(transport)
  return socket && "bufferedAmount" in socket && typeof socket.bufferedAmount === "number" ? socket.bufferedAmount : 0
}

/** Undefined: it polls. */
function socketOf(transport: object): object | undefined {
  if (!("socket" in transport) || typeof transport.socket !== "object" || transport.socket === null) return undefined
  return transport.socket
}
