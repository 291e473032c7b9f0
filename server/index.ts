import { createServer } from "node:http"
import { resolve } from "node:path"
import { pathToFileURL } from "node:url"
import type { ServerBuild } from "@remix-run/node"
import { findTenantByHost } from "#server/domain/tenants/index.ts"
import { branded } from "#server/kernel/brand.ts"
import { createLog } from "#server/platform/log.ts"
import { ConfigProblems, readConfig } from "./config.ts"
import { createPorts } from "./create-ports.ts"
import { createHouse, openDatabases } from "./house.ts"
import { createApp } from "./http/create-app.ts"
import { createTenantDirectory } from "./http/hosts/tenant-directory.ts"
import { createParts } from "./parts.ts"

const config = readConfig()
const log = createLog(config.logLevel)
const parts = createParts(log)

const databases = openDatabases(config)
parts.opened("databases", databases.close)
const ports = await createPorts(config, log)
parts.opened("ports", ports.close)
const house = createHouse({ config, log, ...databases, ports: ports.ports })

const folder = resolve("build/app")
const build = branded<ServerBuild>(await import(pathToFileURL(`${folder}/server/index.js`).href))
const system = house.platformContext({ kind: "system" })
const tenants = createTenantDirectory((host) => findTenantByHost(system, host))
const app = createApp({ house, build, clientFolder: `${folder}/client`, tenants, ...(ports.payHost ? { payHost: ports.payHost } : {}) })
const server = createServer(app)
server.listen(config.port, config.listenHost, () => {
  log.info({ port: config.port }, "open")
  process.send?.({ ready: true })
})
parts.opened("http", () => new Promise((done) => { server.close(() => done()); server.closeIdleConnections(); setTimeout(() => server.closeAllConnections(), 5000).unref() }))
for (const s of ["SIGTERM", "SIGINT"] as const) process.once(s, () => void parts.close().then(() => process.exit(0)))
