import { mkdtemp, rm } from "node:fs/promises"
import http from "node:http"
import os from "node:os"
import path from "node:path"
import { systemClock } from "#server/kernel/clock.ts"
import { money } from "#server/kernel/money.ts"
import { createStripeGateway, type StripeGateway } from "#server/platform/stripe/gateway.ts"
import { createSimulator, type Simulator, type SimulatorOptions } from "#server/platform/stripe/simulator/simulator.ts"
import type { IntentRequest } from "#server/ports/payment-gateway.ts"

export const keys = { secretKey: "sk_sim_contract", publishableKey: "pk_sim_contract", webhookSecret: "whsec_contract" }

export interface Received {
  readonly raw: Buffer
  readonly signature: string
}

export interface PaymentWorld {
  readonly base: string
  readonly folder: string
  readonly simulator: Simulator
  readonly gateway: StripeGateway
  /** Webhooks that were taken, in the order of their coming. */
  readonly received: Received[]
  /** What the receiver answers; a function, so that it may change its mind. */
  receive: () => number
  close(): Promise<void>
}

type Wishes = Partial<Omit<SimulatorOptions, "webhook">> & { webhook?: Partial<NonNullable<SimulatorOptions["webhook"]>> }

/** A simulator on a port of its own, a receiver for its webhooks, and the real SDK between. */
export async function openPaymentWorld(wishes: Wishes = {}): Promise<PaymentWorld> {
  const folder = wishes.folder ?? (await mkdtemp(path.join(os.tmpdir(), "rialto-payments-")))
  const received: Received[] = []
  const state = { receive: () => 200 }
  const receiver = await listen(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const status = state.receive()
    if (status < 300) received.push({ raw: Buffer.concat(chunks), signature: String(request.headers["stripe-signature"]) })
    response.writeHead(status).end()
  })
  const { webhook, ...rest } = wishes
  const simulator = await createSimulator({
    ...keys,
    folder,
    origin: "http://pay.localhost:3000",
    production: false,
    firstRetryMs: 20,
    onFault: (error) => console.error(error),
    ...rest,
    webhook: { url: `${receiver.base}/webhooks/stripe`, secret: keys.webhookSecret, ...webhook },
  })
  const api = await listen(simulator.listener)
  const gateway = gatewayAt(api.base)
  const close = async () => {
    gateway.close()
    await api.close()
    await simulator.close()
    await receiver.close()
    if (wishes.folder === undefined) await rm(folder, { recursive: true, force: true })
  }
  return Object.assign(state, { base: api.base, folder, simulator, gateway, received, close })
}

export function gatewayAt(base: string, clock = systemClock): StripeGateway {
  return createStripeGateway({
    secretKey: keys.secretKey,
    webhookSecrets: [keys.webhookSecret],
    browser: { kind: "simulator", publishableKey: keys.publishableKey, origin: "http://pay.localhost:3000" },
    apiBase: base,
    timeoutMs: 2_000,
    retries: 0,
    clock,
  })
}

let counter = 0

export function anIntent(change: Partial<IntentRequest> = {}): IntentRequest {
  const n = `${process.pid}-${++counter}`
  return {
    tenantId: "ten_1",
    paymentId: `pay_${n}`,
    orderId: `ord_${n}`,
    amount: money(4_250n, "EUR"),
    idempotencyKey: `open-${n}`,
    email: "ada@example.com",
    description: "Order 1001",
    ...change,
  }
}

/** Confirms as a browser does: publishable key, client secret, card. */
export function confirmCard(
  base: string,
  ref: string,
  clientSecret: string,
  number: string,
  change: Record<string, string> = {},
) {
  return fetch(`${base}/v1/payment_intents/${ref}/confirm`, {
    method: "POST",
    headers: { origin: "http://north.localhost:3000" },
    body: new URLSearchParams({
      key: keys.publishableKey,
      client_secret: clientSecret,
      "payment_method_data[type]": "card",
      "payment_method_data[card][number]": number,
      "payment_method_data[card][exp_month]": "12",
      "payment_method_data[card][exp_year]": "2040",
      "payment_method_data[card][cvc]": "123",
      return_url: "http://north.localhost:3000/orders/1?step=paid",
      ...change,
    }),
  })
}

export async function listen(listener: http.RequestListener): Promise<{ base: string; close(): Promise<void> }> {
  const server = http.createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  const port = typeof address === "object" && address ? address.port : 0
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { base: `http://127.0.0.1:${port}`, close }
}
