import { readConfig } from "#server/config.ts"
import { createTenantContext } from "#server/context/tenant-context.ts"
import { findTenantById } from "#server/domain/tenants/index.ts"
import { createHouse, openDatabases } from "#server/house.ts"
import { branded } from "#server/kernel/brand.ts"
import { createLog } from "#server/platform/log.ts"
import type { Ports } from "#server/ports/ports.ts"
import { openTensors } from "./tensors/open-tensors.ts"
import { trainShop } from "./train-shop.ts"

/** The trainer: one training of one shop, then the process ends. It knows the database and nothing else. */
const [tenantId = "", trainingId = ""] = process.argv.slice(2)
process.once("disconnect", () => process.exit(1))
process.channel?.unref()

const config = readConfig()
const log = createLog(config.logLevel)
const databases = openDatabases({ ...config, databasePool: 2 })
await databases.requirePowerless()
const noVendors = branded<Ports>({})
const house = createHouse({ config, log, ...databases, ports: noVendors })
const tenant = await findTenantById(house.platformContext({ kind: "system" }), tenantId)
if (tenant) {
  const backend = await openTensors()
  log.info({ tenantId, trainingId, backend }, "training")
  const { tenancy } = databases
  const ctx = createTenantContext({ tenancy, tenant, actor: { kind: "system" }, ports: noVendors, clock: house.clock })
  const outcome = await trainShop(ctx, trainingId, {
    backend,
    onFault: (err) => log.error({ tenantId, trainingId, err }, "a training failed"),
  })
  log.info({ tenantId, trainingId, outcome }, "trained")
}
await databases.close()
process.exit(0)
