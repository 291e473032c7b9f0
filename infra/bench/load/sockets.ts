import { once } from "node:events"
import WebSocket from "ws"
import { z } from "zod"
import { answer, readWish } from "./wish.ts"

/**
 * Many open pages in one process: notes when each of them hears of each revision of one variant, and counts frames. Reports when told to.
 * They speak Socket.IO's words over a bare WebSocket, so that the listeners take as little as possible of the machine they share with
 * the speaker.
 */
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

let revisions: number[] = []
let times: number[] = []
let frames = 0
const note = (revision: number) => {
  revisions.push(revision)
  times.push(monotonicMs())
}

const atOnce = 20
for (let opened = 0; opened < wish.sockets; opened += atOnce) {
  const some = Math.min(atOnce, wish.sockets - opened)
  await Promise.all(Array.from({ length: some }, wish.kind === "product" ? openPage : openBare))
}
process.on("message", () => {
  answer({ revisions: Float64Array.from(revisions), times: Float64Array.from(times), frames })
  ;[revisions, times, frames] = [[], [], 0]
})
answer({ open: wish.sockets })

/** One clock for all processes of the machine. */
function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6
}

async function openPage(): Promise<void> {
  const socket = new WebSocket(`ws://127.0.0.1:${wish.port}/live/?EIO=4&transport=websocket`, {
    headers: { Host: wish.host, Origin: `http://${wish.host}` },
    perMessageDeflate: false,
  })
  const about = `"id":"${wish.variantId}"`
  await new Promise<void>((resolve, reject) => {
    socket.on("error", reject)
    socket.on("close", () => reject(new Error("a page was sent away")))
    socket.on("message", (data) => {
      const text = String(data)
      if (text === "2") socket.send("3")
      else if (text.startsWith("0{")) socket.send("40")
      else if (text.startsWith("40")) socket.send(subscription())
      else if (text.startsWith("430")) text.includes('"ok":true') ? resolve() : reject(new Error(`not admitted: ${text}`))
      else if (text.startsWith('42["frame"')) hear(text, about)
    })
  })
}

function subscription(): string {
  return `420${JSON.stringify(["subscribe", { subscription: { topic: "product", id: wish.productId } }])}`
}

function hear(text: string, about: string): void {
  frames += 1
  const at = text.indexOf(about)
  // Read where the message is, as the fields come: parsing all of it would measure the listener.
  const found = at < 0 ? undefined : /"revision":(\d+)/.exec(text.slice(at))
  if (found) note(Number(found[1]))
}

async function openBare(): Promise<void> {
  const socket = new WebSocket(`ws://127.0.0.1:${wish.port}`, { perMessageDeflate: false })
  socket.on("message", (text) => {
    frames += 1
    note(Number(/"revision":(\d+)/.exec(String(text))?.[1]))
  })
  await once(socket, "open")
}
