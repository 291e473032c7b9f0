import { Agent, type IncomingMessage, request as ask, type Server, type ServerResponse } from "node:http"
import { connect } from "node:net"
import type { Duplex } from "node:stream"
import { livePath } from "#server/messages/live.ts"
import type { NodeCircle } from "./node-circle.ts"
import { nodeOf } from "./node-name.ts"

const hopHeader = "x-rialto-hop"
const ofConnection: ReadonlySet<string> = new Set(["connection", "keep-alive", "transfer-encoding", "upgrade"])
const patienceMs = 1_500
const mostTunnels = 2_000

/**
 * A page that polls sends each request to whichever node the balancer chooses. What belongs to a session of another node is handed on
 * to it, with all its headers, once: it goes through the same door as if it had come there by itself.
 */
export function forwardForeign(server: Server, own: string, circle: Pick<NodeCircle, "addressOf">): () => void {
  const agent = new Agent({ keepAlive: true, maxSockets: 2_000 })
  const usual = { request: take(server, "request"), upgrade: take(server, "upgrade") }
  let tunnels = 0

  server.on("request", (req: IncomingMessage, res: ServerResponse) => {
    const goOn = () => usual.request.forEach((listener) => void Reflect.apply(listener, server, [req, res]))
    const node = foreignNode(req, own)
    if (node === undefined) return goOn()
    void findAddress(circle, node).then((address) => (address ? handOn(req, res, address, agent) : goOn()))
  })
  server.on("upgrade", (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    const goOn = () => usual.upgrade.forEach((listener) => void Reflect.apply(listener, server, [req, socket, head]))
    const node = foreignNode(req, own)
    if (node === undefined) return goOn()
    socket.on("error", () => socket.destroy())
    void findAddress(circle, node).then((address) => {
      if (!address || tunnels >= mostTunnels) return goOn()
      tunnels++
      tunnel(req, socket, head, address).once("close", () => tunnels--)
    })
  })
  return () => agent.destroy()
}

type Listener = (...args: unknown[]) => unknown

function take(server: Server, event: "request" | "upgrade"): readonly Listener[] {
  const listeners = server.listeners(event).map(
    (listener): Listener =>
      (...args) =>
        Reflect.apply(listener, server, args),
  )
  server.removeAllListeners(event)
  return listeners
}

/** Undefined: it is ours, or nobody's, or was handed on to us already. */
function foreignNode({ url = "", headers }: IncomingMessage, own: string): string | undefined {
  if (!url.startsWith(`${livePath}/?`) || headers[hopHeader] !== undefined) return undefined
  const node = nodeOf(new URLSearchParams(url.slice(url.indexOf("?"))).get("sid") ?? "")
  return node === own ? undefined : node
}

/** A node that has just started hears of the others within a moment. */
async function findAddress(circle: Pick<NodeCircle, "addressOf">, node: string): Promise<string | undefined> {
  for (const until = Date.now() + patienceMs; circle.addressOf(node) === undefined && Date.now() < until; )
    await new Promise((resolve) => setTimeout(resolve, 100))
  return circle.addressOf(node)
}

function handOn(req: IncomingMessage, res: ServerResponse, address: string, agent: Agent): void {
  const { hostname: host, port } = new URL(`http://${address}`)
  const headers = { ...withoutConnection(req.headers), [hopHeader]: "1" }
  const asked = ask({ host, port, agent, method: req.method, path: req.url, headers, setHost: false }, (answer) => {
    res.writeHead(answer.statusCode ?? 502, withoutConnection(answer.headers))
    answer.pipe(res)
  })
  // The node is gone, and its sessions with it: the page opens another one.
  asked.on("error", () => {
    if (res.headersSent) return void res.destroy()
    res.writeHead(400, { "Content-Type": "application/json" }).end('{"code":1,"message":"Session ID unknown"}')
  })
  // When all is said the line is another request's already: to hang up then would be on that one.
  res.once("close", () => !res.writableFinished && asked.destroy())
  req.pipe(asked)
}

function withoutConnection<T extends object>(headers: T) {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ofConnection.has(name)))
}

function tunnel(req: IncomingMessage, near: Duplex, head: Buffer, address: string): Duplex {
  const { hostname: host, port } = new URL(`http://${address}`)
  const far = connect({ host, port: Number(port) }, () => {
    const lines = req.rawHeaders.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${req.rawHeaders[at + 1] ?? ""}`] : []))
    far.write([`${req.method} ${req.url} HTTP/1.1`, ...lines, `${hopHeader}: 1`, "", ""].join("\r\n"))
    far.write(head)
    near.pipe(far)
    far.pipe(near)
  })
  far.on("error", () => near.destroy())
  far.on("close", () => near.destroy())
  near.on("close", () => far.destroy())
  return far
}
