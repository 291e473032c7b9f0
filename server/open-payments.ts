import { createServer, type RequestListener, type Server } from "node:http"
import { join } from "node:path"
import type { Log } from "#server/platform/log.ts"
import { createAddresses } from "#server/platform/links/addresses.ts"
import { createStripeGateway } from "#server/platform/stripe/gateway.ts"
import { createSimulator, type Simulator } from "#server/platform/stripe/simulator/simulator.ts"
import type { PaymentGateway } from "#server/ports/payment-gateway.ts"
import type { Config } from "./config.ts"

/** What moves a payment of ours, or a shop's account; endpoints at Stripe (of the platform, and of its connected accounts) need no others. */
const listenedTo = [
  ...["payment_intent.succeeded", "payment_intent.payment_failed", "payment_intent.canceled"],
  ...["charge.refunded", "refund.created", "refund.updated", "refund.failed"],
  ...["account.updated"],
]

export interface OpenPayments {
  readonly gateway: PaymentGateway
  /** The simulator's door for browsers; absent with real payments. */
  readonly simulator?: RequestListener | undefined
  close(): Promise<void>
}

export async function openPayments(config: Config, log: Log): Promise<OpenPayments> {
  if (config.payments.kind === "simulator") return openSimulator(config, log)
  const { secretKey, publishableKey, webhookSecrets } = config.payments
  const gateway = createStripeGateway({ secretKey, webhookSecrets, browser: { kind: "stripe", publishableKey } })
  return { gateway, close: async () => gateway.close() }
}

/** Browsers reach it at the pay host; our own SDK on a port of its own, which only this machine sees. */
async function openSimulator(config: Config, log: Log): Promise<OpenPayments> {
  const addresses = createAddresses(config)
  const origin = addresses.originOf(addresses.hostOf("pay"))
  const keys = { secretKey: `sk_test_${keyFor(config, "secret")}`, publishableKey: `pk_test_${keyFor(config, "publishable")}` }
  const secret = `whsec_${keyFor(config, "webhook")}`
  const simulator = await createSimulator({
    ...{ ...keys, origin, folder: join(config.dataDir, "payments") },
    webhook: { url: `http://127.0.0.1:${config.port}/webhooks/stripe`, secret, events: listenedTo },
    production: config.mode === "production",
    // The configuration has asked already whether make-believe cards are wanted.
    allowInProduction: true,
    onFault: (err) => log.error({ err }, "the card simulator failed"),
  })
  const server = createServer(simulator.listener)
  const apiBase = await listenPrivately(server)
  const browser = { kind: "simulator", publishableKey: keys.publishableKey, origin } as const
  const gateway = createStripeGateway({ secretKey: keys.secretKey, webhookSecrets: [secret], browser, apiBase })
  return { gateway, simulator: simulator.listener, close: () => closeAll(gateway, server, simulator) }
}

async function closeAll(gateway: { close(): void }, server: Server, simulator: Simulator): Promise<void> {
  gateway.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await simulator.close()
}

function keyFor(config: Config, use: string): string {
  return Buffer.from(config.secretFor(`simulator ${use}`), "base64url")
    .toString("hex")
    .slice(0, 32)
}

function listenPrivately(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      resolve(`http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`)
    })
  })
}
