import { openDatabase } from "#prisma/client.ts"
import { createPlatformTables } from "#prisma/platform.ts"
import { createTenancy, type Tenancy } from "#prisma/tenancy.ts"
import { createPlatformContext, type PlatformContext } from "#server/context/platform-context.ts"
import { createPlatformUses } from "#server/context/platform-uses.ts"
import { createTenantContext, type TenantContext } from "#server/context/tenant-context.ts"
import { findTenantById } from "#server/domain/tenants/index.ts"
import { present } from "#server/kernel/assert.ts"
import { systemClock } from "#server/kernel/clock.ts"
import { createPostgresProductSearch } from "#server/platform/postgres/product-search.ts"
import type { Ports } from "#server/ports/ports.ts"
import { createPorts } from "#tests/support/ports.ts"

export interface HouseWish {
  readonly appUrl: string
  readonly platformUrl: string
}

/** The business with its real database and search, and doubles where nothing is searched. */
export interface SearchHouse {
  readonly tenancy: Tenancy
  readonly platform: PlatformContext
  readonly ports: Ports
  shop(tenantId: string): Promise<TenantContext>
  close(): Promise<void>
}

export function openSearchHouse({ appUrl, platformUrl }: HouseWish): SearchHouse {
  const app = openDatabase({ url: appUrl, poolSize: 8, applicationName: "prove-search" })
  const platformDatabase = openDatabase({ url: platformUrl, poolSize: 3, applicationName: "prove-search-platform" })
  const tenancy = createTenancy(app)
  const ports: Ports = { ...createPorts(), search: createPostgresProductSearch(tenancy) }
  const clock = systemClock
  const actor = { kind: "system" } as const
  const platform = createPlatformContext({
    tables: createPlatformTables(platformDatabase),
    uses: createPlatformUses(),
    actor,
    ports,
    clock,
  })
  return {
    ...{ tenancy, platform, ports },
    async shop(tenantId) {
      const tenant = present(await findTenantById(platform, tenantId), "tenant")
      return createTenantContext({ tenancy, tenant, actor, ports, clock })
    },
    async close() {
      await app.close()
      await platformDatabase.close()
    },
  }
}
