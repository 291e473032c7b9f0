import WebSocket from "ws"
import { livePath } from "#server/messages/live.ts"
import { eventually } from "./eventually.ts"

/** A WebSocket that says whatever the test wants, in the words of the protocol below ours. */
export interface RawSocket {
  readonly heard: string[]
  say(words: string | Buffer): void
  /** Stops taking what is sent, as a page does whose machine sleeps. */
  pause(): void
  resume(): void
  isOpen(): boolean
  close(): void
}

export async function openRawSocket(port: number, host: string, cookie = ""): Promise<RawSocket> {
  const headers = { Host: host, Origin: `http://${host}`, ...(cookie ? { Cookie: cookie } : {}) }
  const socket = new WebSocket(`ws://127.0.0.1:${port}${livePath}/?EIO=4&transport=websocket`, { headers })
  const heard: string[] = []
  socket.on("error", () => undefined)
  socket.on("message", (words) => {
    heard.push(String(words))
    if (String(words) === "2") socket.send("3")
  })
  const raw: RawSocket = {
    heard,
    say: (words) => socket.send(words),
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    isOpen: () => socket.readyState === WebSocket.OPEN,
    close: () => socket.terminate(),
  }
  await eventually(() => heard.some((words) => words.startsWith("0")))
  raw.say("40")
  await eventually(() => heard.some((words) => words.startsWith("40")))
  return raw
}

/** Asks as the live client does; the answer comes as `43<nth>[…]`. */
export function subscribeWords(nth: number, request: unknown): string {
  return `42${nth}${JSON.stringify(["subscribe", request])}`
}
