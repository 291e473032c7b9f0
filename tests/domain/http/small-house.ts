import { createServer, type IncomingMessage, request } from "node:http"
import type { ServerBuild } from "@remix-run/node"
import type { TenantProfile } from "#server/context/tenant-profile.ts"
import { readConfig } from "#server/config.ts"
import { createHouse } from "#server/house.ts"
import { createApp } from "#server/http/create-app.ts"
import { createTenantDirectory } from "#server/http/hosts/tenant-directory.ts"
import { createPageStore } from "#server/http/page-cache/page-store.ts"
import { branded } from "#server/kernel/brand.ts"
import { createLog } from "#server/platform/log.ts"
import { createPorts } from "#tests/support/ports.ts"

export const alder: TenantProfile = {
  ...{ id: "ten_alder", slug: "alder", name: "Alder Goods", tagline: "", status: "active", currency: "USD", language: "en" },
  ...{ country: "US", theme: "linen", host: "alder.localhost" },
}
export const mohn: TenantProfile = {
  ...alder,
  id: "ten_mohn",
  slug: "mohn",
  name: "Mohn",
  host: "mohn.localhost",
  language: "de",
}
export const closed: TenantProfile = { ...alder, id: "ten_closed", slug: "closed", host: "closed.localhost", status: "suspended" }

/** The web role around a build of the test's own, with no database behind it: `statements` counts who tried. */
export async function openSmallHouse(build: ServerBuild, env: Record<string, string> = {}) {
  const config = readConfig({
    DATABASE_URL: "postgres://a:a@x/x",
    PLATFORM_DATABASE_URL: "postgres://a:a@x/x",
    LOG_LEVEL: "silent",
    ...env,
  })
  const counts = { statements: 0, lookUps: 0 }
  const refused = async () => {
    counts.statements++
    throw Object.assign(new Error("no database here"), { code: "ECONNREFUSED" })
  }
  const ports = createPorts()
  const tables = { read: refused, transact: refused }
  const house = createHouse({ config, log: createLog("silent"), tenancy: branded(tables), tables: branded(tables), ports })
  const shops = [alder, mohn, closed]
  const look = (matches: (shop: TenantProfile) => boolean) => {
    counts.lookUps++
    return Promise.resolve(shops.find(matches))
  }
  const tenants = createTenantDirectory({
    byHost: (host) => look((shop) => shop.host === host),
    byId: (id) => look((shop) => shop.id === id),
  })
  const pages = createPageStore({ mostBytes: 1_000_000, keptMs: 60_000 })
  const pulse = { page: refused, shop: refused }
  const live = { seqOf: () => 0, pulse }
  const server = createServer(createApp({ house, build, clientFolder: "tests/domain/http/client", tenants, pages, live }))
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  const port = typeof address === "object" && address ? address.port : 0
  return {
    ...{ counts, ports, pages, tenants },
    ask: (host: string, path: string, more?: Ask) => ask(port, host, path, more),
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

interface Ask {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string
}

export interface Heard {
  readonly status: number
  readonly headers: IncomingMessage["headers"]
  readonly body: string
}

/** By hand, since `fetch` does not let a caller name the host. */
function ask(port: number, host: string, path: string, { method = "GET", headers = {}, body }: Ask = {}): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { port, path, method, host: "127.0.0.1", agent: false, headers: { ...headers, host: `${host}:3000` } },
      (response) => {
        const chunks: Buffer[] = []
        response.on("data", (chunk: Buffer) => chunks.push(chunk))
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() }),
        )
      },
    )
    asked.on("error", reject)
    asked.end(body)
  })
}
