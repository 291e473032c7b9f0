import { Socket } from "node:net"

/**
 * A socket that sends what is written within one turn of the event loop as one packet: the opening of a transaction and its first
 * statements cost one system call here and one wake-up at the database.
 */
export function createPacketSocket(): Socket {
  const socket = new Socket()
  // Connecting puts Node's own `write` back.
  return socket.once("connect", () => Object.assign(socket, { write: inPackets(socket) }))
}

function inPackets(socket: Socket): (...args: unknown[]) => boolean {
  const write = socket.write.bind(socket)
  let isHolding = false
  const send = () => {
    isHolding = false
    socket.uncork()
  }
  return (...args) => {
    if (!isHolding) {
      isHolding = true
      socket.cork()
      process.nextTick(send)
    }
    return Reflect.apply(write, undefined, args)
  }
}
