import { openDatabase } from "#prisma/client.ts"
import { createPlatformTables } from "#prisma/platform.ts"
import { createTenancy, type Tenancy } from "#prisma/tenancy.ts"
import { createPlatformContext, type PlatformContext } from "#server/context/platform-context.ts"
import { createPlatformUses } from "#server/context/platform-uses.ts"
import { createTenantContext, type TenantContext } from "#server/context/tenant-context.ts"
import { findTenantById } from "#server/domain/tenants/index.ts"
import { present } from "#server/kernel/assert.ts"
import { systemClock } from "#server/kernel/clock.ts"
import { createPostgresCartStore } from "#server/platform/postgres/cart-store.ts"
import { createStripeGateway } from "#server/platform/stripe/gateway.ts"
import type { Ports } from "#server/ports/ports.ts"
import { createPorts } from "#tests/support/ports.ts"

export const keys = { secretKey: "sk_test_proof", publishableKey: "pk_test_proof", webhookSecret: "whsec_proof" }

export interface HouseWish {
  readonly appUrl: string
  readonly platformUrl: string
  /** The provider's API. */
  readonly apiBase: string
}

/** The business with its real database, its real gateway, and doubles where no money is involved. */
export interface MoneyHouse {
  readonly tenancy: Tenancy
  readonly platform: PlatformContext
  readonly ports: Ports
  shop(tenantId: string): Promise<TenantContext>
  close(): Promise<void>
}

export function openMoneyHouse({ appUrl, platformUrl, apiBase }: HouseWish): MoneyHouse {
  const app = openDatabase({ url: appUrl, poolSize: 8, applicationName: "prove-money" })
  const platformDatabase = openDatabase({ url: platformUrl, poolSize: 3, applicationName: "prove-money-platform" })
  const tenancy = createTenancy(app)
  const payments = createStripeGateway({
    secretKey: keys.secretKey,
    webhookSecrets: [keys.webhookSecret],
    browser: { kind: "simulator", publishableKey: keys.publishableKey, origin: apiBase },
    apiBase,
    timeoutMs: 3_000,
    // What is lost is our own jobs' to ask for again.
    retries: 0,
  })
  const ports: Ports = { ...createPorts(), carts: createPostgresCartStore(tenancy), payments }
  const clock = systemClock
  const platform = createPlatformContext({
    tables: createPlatformTables(platformDatabase),
    uses: createPlatformUses(),
    actor: { kind: "system" },
    ports,
    clock,
  })
  const shops = new Map<string, TenantContext>()
  return {
    tenancy,
    platform,
    ports,
    async shop(tenantId) {
      const known = shops.get(tenantId)
      if (known) return known
      const tenant = present(await findTenantById(platform, tenantId), "tenant")
      const ctx = createTenantContext({ tenancy, tenant, actor: { kind: "system" }, ports, clock })
      shops.set(tenantId, ctx)
      return ctx
    },
    async close() {
      payments.close()
      await app.close()
      await platformDatabase.close()
    },
  }
}
