import { openDatabase } from "#prisma/client.ts"
import { createPlatformTables } from "#prisma/platform.ts"
import { createTenancy } from "#prisma/tenancy.ts"
import type { Actor } from "#server/context/actor.ts"
import { createPlatformContext, type PlatformContext } from "#server/context/platform-context.ts"
import { createPlatformUses } from "#server/context/platform-uses.ts"
import { createTenantContext, type TenantContext } from "#server/context/tenant-context.ts"
import { findTenantById } from "#server/domain/tenants/index.ts"
import { present } from "#server/kernel/assert.ts"
import { fakePayments } from "#tests/support/doubles/fake-payments.ts"
import { createPorts, type TestPorts } from "#tests/support/ports.ts"
import { createTestClock, type TestClock } from "#tests/support/test-clock.ts"
import type { ChildWish } from "./wish.ts"

/** The business of one process on the shared database: its own carts, provider and clock. */
export interface Stage {
  readonly platform: PlatformContext
  readonly ports: TestPorts
  readonly clock: TestClock
  shop(tenantId: string): Promise<TenantContext>
  close(): Promise<void>
}

export type StageWish = Omit<ChildWish, "role"> & { readonly actor: Actor }

export function openStage({ name, appUrl, platformUrl, aheadMs, actor }: StageWish): Stage {
  const app = openDatabase({ url: appUrl, poolSize: 10, applicationName: `prove-${name}` })
  const platformDatabase = openDatabase({ url: platformUrl, poolSize: 3, applicationName: `prove-${name}-platform` })
  const ports: TestPorts = { ...createPorts(), payments: fakePayments(({ paymentId }) => `pi_${paymentId}`) }
  const clock = createTestClock()
  clock.advance(aheadMs)
  const tables = createPlatformTables(platformDatabase)
  const platform = createPlatformContext({ tables, uses: createPlatformUses(), actor: { kind: "system" }, ports, clock })
  const tenancy = createTenancy(app)
  const shops = new Map<string, TenantContext>()
  return {
    platform,
    ports,
    clock,
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
