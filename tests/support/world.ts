import { openDatabase } from "#prisma/client.ts"
import { createPlatformTables } from "#prisma/platform.ts"
import { createTenancy, type Tenancy } from "#prisma/tenancy.ts"
import type { Actor } from "#server/context/actor.ts"
import { createPlatformContext, type PlatformContext } from "#server/context/platform-context.ts"
import { createPlatformUses } from "#server/context/platform-uses.ts"
import { createTenantContext, type TenantContext } from "#server/context/tenant-context.ts"
import type { TenantProfile } from "#server/context/tenant-profile.ts"
import { signUpStaff } from "#server/domain/identity/index.ts"
import { findTenantById, openShop, type ShopRequest } from "#server/domain/tenants/index.ts"
import { present } from "#server/kernel/assert.ts"
import { createPorts, type TestPorts } from "./ports.ts"
import { createTestClock, type TestClock } from "./test-clock.ts"

export interface World {
  readonly platform: PlatformContext
  readonly ports: TestPorts
  readonly clock: TestClock
  /** For adapters that keep their rows in the tenants' own tables. */
  readonly tenancy: Tenancy
  /** The platform's role, for what opens connections of its own. */
  readonly platformUrl: string
  /** One shop seen by somebody; without `actor`: by a job. */
  shop(tenant: TenantProfile, actor?: Actor): TenantContext
  /** A new shop with an owner of its own, in US dollars and English unless told otherwise. */
  openTestShop(wish?: Partial<ShopRequest>): Promise<TenantContext>
  close(): Promise<void>
}

let count = 0

/** The business on a real database, every port a double. */
export function buildWorld({ appUrl, platformUrl }: { readonly appUrl: string; readonly platformUrl: string }): World {
  const app = openDatabase({ url: appUrl, poolSize: 8, applicationName: "test" })
  const platformDatabase = openDatabase({ url: platformUrl, poolSize: 3, applicationName: "test-platform" })
  const tenancy = createTenancy(app)
  const ports = createPorts()
  const clock = createTestClock()
  const system: Actor = { kind: "system" }
  const platform = createPlatformContext({
    tables: createPlatformTables(platformDatabase),
    uses: createPlatformUses(),
    actor: system,
    ports,
    clock,
  })

  const shop = (tenant: TenantProfile, actor = system) => createTenantContext({ tenancy, tenant, actor, ports, clock })
  return {
    platform,
    platformUrl,
    ports,
    clock,
    tenancy,
    shop,
    async openTestShop(wish = {}) {
      const slug = wish.slug ?? `shop-${process.pid}-${++count}`
      const owner = await signUpStaff(platform, { email: `owner@${slug}.test`, name: "Owner", password: "a long password" })
      const { tenantId } = await openShop(platform, owner, { ...plainShop, ...wish, slug, apexHost: "test" })
      return shop(present(await findTenantById(platform, tenantId), "tenant"))
    },
    async close() {
      await app.close()
      await platformDatabase.close()
    },
  }
}

const plainShop = { name: "Test Shop", currency: "USD", language: "en", country: "US", theme: "linen" } as const
