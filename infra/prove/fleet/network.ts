import { connect, createServer, type Socket } from "node:net"

/** A plain TCP balancer and the wires to it: it knows nothing of sessions, and the wires can be cut. */
export interface Network {
  readonly port: number
  /** Every line ends, and no new one is opened. */
  cut(): void
  /** Nothing gets through, and nobody is told. */
  freeze(): void
  mend(): void
  lines(): number
  close(): Promise<void>
}

/** Each connection goes to the next of the targets, or, where that does not answer, to the one after it. */
export async function openNetwork(targets: () => readonly number[]): Promise<Network> {
  const sockets = new Set<Socket>()
  let state: "whole" | "cut" | "frozen" = "whole"
  let turn = Math.floor(Math.random() * 1_000)

  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on("error", () => socket.destroy())
    socket.once("close", () => sockets.delete(socket))
    if (state === "frozen") socket.pause()
  }
  const reach = (near: Socket, [port, ...others]: readonly number[]) => {
    if (port === undefined || near.destroyed) return void near.destroy()
    const far = connect({ port, host: "127.0.0.1", noDelay: true })
    far.once("error", () => reach(near, others))
    far.once("connect", () => {
      far.removeAllListeners("error")
      join(near, far)
      keep(far)
    })
  }
  const server = createServer({ noDelay: true, pauseOnConnect: true }, (near) => {
    if (state === "cut") return void near.destroy()
    keep(near)
    const ports = targets()
    const first = turn++ % Math.max(1, ports.length)
    reach(near, [...ports.slice(first), ...ports.slice(0, first)])
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()

  return {
    port: typeof address === "object" && address ? address.port : 0,
    cut() {
      state = "cut"
      for (const socket of sockets) socket.resetAndDestroy()
    },
    freeze() {
      state = "frozen"
      for (const socket of sockets) socket.pause()
    },
    mend() {
      state = "whole"
      for (const socket of sockets) socket.resume()
    },
    lines: () => sockets.size,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function join(near: Socket, far: Socket): void {
  for (const [from, to] of [
    [near, far],
    [far, near],
  ] as const) {
    from.on("data", (chunk) => {
      if (!to.destroyed && !to.write(chunk)) from.pause()
    })
    to.on("drain", () => from.resume())
    from.on("end", () => to.end())
    from.on("close", () => to.destroy())
  }
  near.resume()
}
