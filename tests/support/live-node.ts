import { createServer } from "node:http"
import { findTenantByHost, findTenantById } from "#server/domain/tenants/index.ts"
import type { House } from "#server/house.ts"
import { createTenantDirectory } from "#server/http/hosts/tenant-directory.ts"
import { attachLive, type Live } from "#server/live/attach-live.ts"
import { followLog } from "#server/live/log-follower.ts"
import { createLogReader } from "#server/live/log-reader.ts"
import type { LiveBus } from "#server/ports/live-bus.ts"
import type { PeerLine } from "#server/ports/peer-line.ts"

/** A web node with nothing but its live channel. */
export interface LiveNode {
  readonly live: Live
  readonly port: number
  close(): Promise<void>
}

export async function openLiveNode(house: House, bus: LiveBus, peers?: PeerLine): Promise<LiveNode> {
  const platform = house.platformContext({ kind: "system" })
  const tenants = createTenantDirectory({
    byHost: (host) => findTenantByHost(platform, host),
    byId: (tenantId) => findTenantById(platform, tenantId),
  })
  const server = createServer((_, res) => void res.writeHead(404).end())
  const reader = createLogReader(platform)
  const follower = await followLog(bus, reader, () => undefined)
  const live = await attachLive(server, { house, tenants, reader, follower, peers })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  return {
    live,
    port: typeof address === "object" && address ? address.port : 0,
    async close() {
      await live.close()
      follower.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
