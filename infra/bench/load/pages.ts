import { z } from "zod"
import { openRawConnection } from "./raw-connection.ts"
import { answer, readWish } from "./wish.ts"

/** Asks for one page over some connections for a time, and reports every latency. */
const wish = await readWish(
  z.object({
    port: z.number(),
    host: z.string(),
    path: z.string(),
    connections: z.number().int().min(1).max(256),
    forMs: z.number().max(120_000),
    most: z.number().int().max(1_000_000),
  }),
)

const request = Buffer.from(
  `GET ${wish.path} HTTP/1.1\r\nHost: ${wish.host}\r\nAccept-Encoding: gzip\r\nAccept: text/html\r\nUser-Agent: Mozilla/5.0 (bench)\r\nAccept-Language: en\r\n\r\n`,
)
const millis: number[] = []
const statuses: Record<number, number> = {}
let bytes = 0
const began = performance.now()
const until = began + wish.forMs

await Promise.all(Array.from({ length: wish.connections }, run))
const seconds = (performance.now() - began) / 1_000
answer({ requests: millis.length, seconds, bytes, statuses, millis: Float64Array.from(millis) })

async function run(): Promise<void> {
  const connection = await openRawConnection(wish.port)
  while (performance.now() < until && millis.length < wish.most) {
    const since = performance.now()
    const got = await connection.ask(request)
    millis.push(performance.now() - since)
    statuses[got.status] = (statuses[got.status] ?? 0) + 1
    bytes += got.bytes
  }
  connection.close()
}
