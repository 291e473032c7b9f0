import { openDatabase } from "#prisma/client.ts"
import { requirePowerless } from "#prisma/powerless.ts"
import { createPlatformTables, type PlatformTables } from "#prisma/platform.ts"
import { createTenancy, type Tenancy } from "#prisma/tenancy.ts"
import type { Actor } from "#server/context/actor.ts"
import { createPlatformContext, type PlatformContext } from "#server/context/platform-context.ts"
import { createPlatformUses, type PlatformUses } from "#server/context/platform-uses.ts"
import { createTenantContext, type TenantContext } from "#server/context/tenant-context.ts"
import type { TenantProfile } from "#server/context/tenant-profile.ts"
import { type Clock, systemClock } from "#server/kernel/clock.ts"
import { type Addresses, createAddresses } from "#server/platform/links/addresses.ts"
import type { Log } from "#server/platform/log.ts"
import { createMeter, type Meter } from "#server/platform/pulse/meter.ts"
import type { Ports } from "#server/ports/ports.ts"
import type { Config } from "./config.ts"

/** What web and worker stand on: the databases, the ports, and the makers of contexts. */
export interface House {
  readonly config: Config
  readonly log: Log
  readonly clock: Clock
  readonly ports: Ports
  readonly addresses: Addresses
  readonly tenancy: Tenancy
  readonly tables: PlatformTables
  /** What this process counts of itself. */
  readonly meter: Meter
  /** What it counts of its uses of the platform's role. */
  readonly uses: PlatformUses
  tenantContext(tenant: TenantProfile, actor: Actor): TenantContext
  platformContext(actor: Actor): PlatformContext
}

export interface HouseParts {
  readonly config: Config
  readonly log: Log
  readonly tenancy: Tenancy
  readonly tables: PlatformTables
  readonly ports: Ports
  readonly clock?: Clock
}

export function createHouse({ config, log, tenancy, tables, ports, clock = systemClock }: HouseParts): House {
  const uses = createPlatformUses()
  return {
    uses,
    config,
    log,
    clock,
    ports,
    addresses: createAddresses(config),
    tenancy,
    tables,
    meter: createMeter(),
    tenantContext: (tenant, actor) => createTenantContext({ tenancy, tenant, actor, ports, clock }),
    platformContext: (actor) => createPlatformContext({ tables, uses, actor, ports, clock }),
  }
}

export interface OpenDatabases {
  readonly tenancy: Tenancy
  readonly tables: PlatformTables
  /** @throws Error where one of the two roles could step past row-level security. To be asked before anything is served. */
  requirePowerless(): Promise<void>
  close(): Promise<void>
}

/** Two roles, two pools. The platform's is small: it is asked for what a node then keeps in memory. */
export function openDatabases(config: Config): OpenDatabases {
  const app = openDatabase({ url: config.databaseUrl, poolSize: config.databasePool, applicationName: "rialto" })
  const platform = openDatabase({
    url: config.platformDatabaseUrl,
    poolSize: Math.max(2, Math.ceil(config.databasePool / 3)),
    applicationName: "rialto-platform",
  })
  return {
    tenancy: createTenancy(app),
    tables: createPlatformTables(platform),
    async requirePowerless() {
      await Promise.all([requirePowerless(app), requirePowerless(platform)])
    },
    async close() {
      await Promise.all([app.close(), platform.close()])
    },
  }
}
