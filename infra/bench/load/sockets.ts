import { once } from "node:events"
import { io } from "socket.io-client"
import WebSocket from "ws"
import { z } from "zod"
import type { Frame } from "#server/messages/live.ts"
import { answer, readWish } from "./wish.ts"

/** Many open pages in one process: notes when each of them hears of each revision of one variant. Reports when told to. */
const wish = await readWish(
  z.object({
    kind: z.enum(["product", "bare"]),
    port: z.number(),
    host: z.string(),
    productId: z.string(),
    variantId: z.string(),
    sockets: z.number().int().min(1).max(2_000),
  }),
)

const revisions: number[] = []
const times: number[] = []
const note = (revision: number) => {
  revisions.push(revision)
  times.push(monotonicMs())
}

for (let opened = 0; opened < wish.sockets; opened += 20) {
  const some = Math.min(20, wish.sockets - opened)
  await Promise.all(Array.from({ length: some }, wish.kind === "product" ? openPage : openBare))
}
process.on("message", () => answer({ revisions: Float64Array.from(revisions), times: Float64Array.from(times) }))
answer({ open: wish.sockets })

/** One clock for all processes of the machine. */
function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6
}

async function openPage(): Promise<void> {
  const socket = io(`http://127.0.0.1:${wish.port}`, {
    path: "/live",
    transports: ["websocket"],
    forceNew: true,
    reconnection: false,
    extraHeaders: { Host: wish.host, Origin: `http://${wish.host}` },
  })
  socket.on("frame", (frame: Frame) => {
    for (const message of frame.messages)
      if (message.kind === "state" && message.topic === "stock" && message.id === wish.variantId) note(message.revision)
  })
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve)
    socket.once("connect_error", reject)
  })
  const admission: unknown = await socket
    .timeout(20_000)
    .emitWithAck("subscribe", { subscription: { topic: "product", id: wish.productId } })
  if (!z.object({ ok: z.literal(true) }).safeParse(admission).success)
    throw new Error(`not admitted: ${JSON.stringify(admission)}`)
}

async function openBare(): Promise<void> {
  const socket = new WebSocket(`ws://127.0.0.1:${wish.port}`)
  socket.on("message", (text) => {
    note(Number(/"revision":(\d+)/.exec(String(text))?.[1]))
  })
  await once(socket, "open")
}
