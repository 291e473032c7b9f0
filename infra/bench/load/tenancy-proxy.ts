import { connect, createServer } from "node:net"
import { z } from "zod"
import { answer, readWish } from "./wish.ts"

const wish = z.object({ target: z.number(), roundTripMs: z.number() })
type Wish = z.output<typeof wish>

/** Hands bytes on to a local port, each way after half of the delay, in order: a network of that round trip. */
function open({ target, roundTripMs }: Wish): void {
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ port: target, host: "127.0.0.1", noDelay: true })
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on("data", (chunk) => later(roundTripMs / 2, () => to.writable && to.write(chunk)))
      from.on("end", () => later(roundTripMs / 2, () => to.end()))
      from.on("error", () => to.destroy())
    }
  })
  server.listen(0, "127.0.0.1", () => {
    const address = server.address()
    answer({ port: typeof address === "object" && address ? address.port : 0 })
  })
}

/** Timers of Node are whole milliseconds and late; the rest of the wait is counted in turns of the loop. */
function later(ms: number, run: () => void): void {
  if (ms === 0) {
    run()
    return
  }
  const due = performance.now() + ms
  const wait = () => {
    if (performance.now() >= due) run()
    else setImmediate(wait)
  }
  setTimeout(wait, Math.max(1, Math.floor(ms) - 1))
}

open(await readWish(wish))
