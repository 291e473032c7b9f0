import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { z } from "zod"
import { answer, readWish } from "./wish.ts"

/** What Node alone can do: the same headers and the same bytes, from a server that does nothing else. */
const wish = await readWish(z.object({ headers: z.array(z.tuple([z.string(), z.string()])), body: z.instanceof(Uint8Array) }))

const body = Buffer.from(wish.body)
const server = createServer((_request, response) => {
  for (const [name, value] of wish.headers) response.setHeader(name, value)
  response.setHeader("Content-Length", body.length)
  response.writeHead(200).end(body)
})
server.keepAliveTimeout = 65_000
server.listen(0, "127.0.0.1", () => {
  const address = server.address()
  answer({ port: isBound(address) ? address.port : 0 })
})

function isBound(address: ReturnType<typeof server.address>): address is AddressInfo {
  return typeof address === "object" && address !== null
}
