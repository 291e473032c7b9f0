import { type Business, openBusiness } from "#infra/prove/open-business.ts"
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

export type MoneyHouse = Business<Ports>

/** The business with its real database, its real gateway, and doubles where no money is involved. */
export function openMoneyHouse({ appUrl, platformUrl, apiBase }: HouseWish): MoneyHouse {
  const payments = createStripeGateway({
    secretKey: keys.secretKey,
    webhookSecrets: [keys.webhookSecret],
    browser: { kind: "simulator", publishableKey: keys.publishableKey, origin: apiBase },
    apiBase,
    timeoutMs: 3_000,
    // What is lost is our own jobs' to ask for again.
    retries: 0,
  })
  const business = openBusiness<Ports>({
    ...{ name: "money", appUrl, platformUrl, pools: [8, 3], clock: systemClock, actor: { kind: "system" } },
    portsOn: (tenancy) => ({ ...createPorts(), carts: createPostgresCartStore(tenancy), payments }),
  })
  return {
    ...business,
    async close() {
      payments.close()
      await business.close()
    },
  }
}
