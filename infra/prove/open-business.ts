import { openDatabase } from "#prisma/client.ts"
import { createPlatformTables } from "#prisma/platform.ts"
import { createTenancy, type Tenancy } from "#prisma/tenancy.ts"
import type { Actor } from "#server/context/actor.ts"
import { createPlatformContext, type PlatformContext } from "#server/context/platform-context.ts"
import { createPlatformUses } from "#server/context/platform-uses.ts"
import { createTenantContext, type TenantContext } from "#server/context/tenant-context.ts"
import { findTenantById } from "#server/domain/tenants/index.ts"
import { present } from "#server/kernel/assert.ts"
import type { Clock } from "#server/kernel/clock.ts"
import type { Ports } from "#server/ports/ports.ts"

export interface BusinessWish<P extends Ports> {
  readonly name: string
  readonly appUrl: string
  readonly platformUrl: string
  /** Connections as the app, and as the platform. */
  readonly pools: readonly [app: number, platform: number]
  readonly clock: Clock
  /** Whose name shops are entered in; the platform is always the system's. */
  readonly actor: Actor
  portsOn(tenancy: Tenancy): P
}

export interface Business<P extends Ports> {
  readonly tenancy: Tenancy
  readonly platform: PlatformContext
  readonly ports: P
  shop(tenantId: string): Promise<TenantContext>
  close(): Promise<void>
}

/** The business of one process on a real database. What its ports are is each proof's own. */
export function openBusiness<P extends Ports>(wish: BusinessWish<P>): Business<P> {
  const { name, appUrl, platformUrl, pools, clock, actor } = wish
  const app = openDatabase({ url: appUrl, poolSize: pools[0], applicationName: `prove-${name}` })
  const platformDatabase = openDatabase({ url: platformUrl, poolSize: pools[1], applicationName: `prove-${name}-platform` })
  const tenancy = createTenancy(app)
  const ports = wish.portsOn(tenancy)
  const tables = createPlatformTables(platformDatabase)
  const platform = createPlatformContext({ tables, uses: createPlatformUses(), actor: { kind: "system" }, ports, clock })
  const shops = new Map<string, TenantContext>()
  return {
    tenancy,
    platform,
    ports,
    async shop(tenantId) {
      const known = shops.get(tenantId)
      if (known) return known
      const tenant = present(await findTenantById(platform, tenantId), "tenant")
      const ctx = createTenantContext({ tenancy, tenant, actor, ports, clock })
      shops.set(tenantId, ctx)
      return ctx
    },
    async close() {
      await app.close()
      await platformDatabase.close()
    },
  }
}
