import { createServer, type RequestListener, type Server } from "node:http"
import { findTenantByHost, findTenantById } from "#server/domain/tenants/index.ts"
import type { LiveBus } from "#server/ports/live-bus.ts"
import type { PeerLine } from "#server/ports/peer-line.ts"
import { type BuiltPages, loadBuiltPages } from "./build-of-pages.ts"
import type { House } from "./house.ts"
import { createApp } from "./http/create-app.ts"
import { keepTrue } from "./http/keep-true.ts"
import { createTenantDirectory } from "./http/hosts/tenant-directory.ts"
import { createPageStore } from "./http/page-cache/page-store.ts"
import { attachLive } from "./live/attach-live.ts"
import { followLog } from "./live/log-follower.ts"
import { createLogReader } from "./live/log-reader.ts"
import type { Parts } from "./parts.ts"

export interface WebParts {
  readonly house: House
  readonly bus: LiveBus
  /** Undefined: this is the only web node. */
  readonly peers?: PeerLine | undefined
  readonly simulator?: RequestListener | undefined
  readonly parts: Parts
  readonly pages?: BuiltPages
}

const mostPageBytes = 64 * 1024 * 1024
const pagesKeptMs = 60_000

/** The web role: pages, doors and open sockets. Answers the port, which is the configured one unless that was 0. */
export async function openWeb({ house, bus, peers, simulator, parts, pages: built }: WebParts): Promise<number> {
  const platform = house.platformContext({ kind: "system" })
  const tenants = createTenantDirectory({
    byHost: (host) => findTenantByHost(platform, host),
    byId: (tenantId) => findTenantById(platform, tenantId),
  })
  const pages = createPageStore({ mostBytes: mostPageBytes, keptMs: pagesKeptMs })
  const reader = createLogReader(platform)
  const follower = await followLog(bus, reader, (err) => house.log.warn({ err }, "the log could not be followed for a moment"))
  parts.opened("log", () => follower.close())
  parts.opened("caches", keepTrue(follower, tenants, pages))

  // The pages ask the live channel, and the channel wants a server that answers already: the server asks last.
  const answer: { app?: RequestListener } = {}
  const server = createServer((req, res) => answer.app?.(req, res))
  // Longer than a balancer's, so that it is never we who close a connection that it is about to use.
  server.keepAliveTimeout = 65_000
  server.headersTimeout = 20_000
  server.requestTimeout = 60_000
  const live = await attachLive(server, { house, tenants, reader, follower, peers })
  answer.app = createApp({ house, ...(built ?? (await loadBuiltPages())), tenants, pages, live, simulator })
  const port = await listen(server, house.config.port, house.config.listenHost)
  parts.opened("http", () => stop(server))
  parts.opened("live", () => live.close())
  return port
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === "object" && address ? address.port : port)
    })
  })
}

const patienceMs = 8_000

/** Takes no new requests; those that run have a few seconds to end. */
function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), patienceMs)
    server.close(() => {
      clearTimeout(timer)
      resolve()
    })
    server.closeIdleConnections()
  })
}
