import { connect, createServer, type Socket } from "node:net"
import { z } from "zod"
import { answer, readWish } from "./wish.ts"

const wish = z.object({ target: z.number(), roundTripMs: z.number() })
type Wish = z.output<typeof wish>

/** Hands bytes on to a local port, each way after half of the delay, in order: a network of that round trip. */
function open({ target, roundTripMs }: Wish): void {
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ port: target, host: "127.0.0.1", noDelay: true })
    carry(near, far, roundTripMs / 2)
    carry(far, near, roundTripMs / 2)
  })
  server.listen(0, "127.0.0.1", () => {
    const address = server.address()
    answer({ port: typeof address === "object" && address ? address.port : 0 })
  })
}

/** First come, first served: bytes must never overtake each other, however late the clock is. */
function carry(from: Socket, to: Socket, delayMs: number): void {
  const waiting: { readonly due: number; readonly send: () => void }[] = []
  const pump = () => {
    for (let next = waiting[0]; next && next.due <= performance.now(); next = waiting[0]) {
      waiting.shift()
      next.send()
    }
    if (waiting.length > 0) setImmediate(pump)
  }
  const queue = (send: () => void) => {
    // Timers of Node are whole milliseconds and late, so the loop's turns are counted instead.
    if (waiting.push({ due: performance.now() + delayMs, send }) === 1) setImmediate(pump)
  }
  from.on("data", (chunk) => queue(() => to.writable && to.write(chunk)))
  from.on("end", () => queue(() => to.end()))
  from.on("error", () => to.destroy())
}

open(await readWish(wish))
