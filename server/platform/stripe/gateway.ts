import http from "node:http"
import https from "node:https"
import Stripe from "stripe"
import { type Clock, systemClock } from "#server/kernel/clock.ts"
import type { BrowserPayment, IntentRequest, PaymentGateway, PaymentIntent } from "#server/ports/payment-gateway.ts"
import { findAccount, linkToOnboarding, openAccount } from "./accounts.ts"
import { toStripeAmount } from "./amounts.ts"
import { callStripe } from "./faults.ts"
import { toIntent } from "./intent.ts"
import { listRefunds, refund } from "./refunds.ts"
import { listTransactions } from "./transactions.ts"
import { listReversals, listTransfers, reverseTransfer, transfer } from "./transfers.ts"
import { verifyEvent } from "./verify-event.ts"

export interface StripeGatewayOptions {
  readonly secretKey: string
  /** More than one while a secret is being replaced. */
  readonly webhookSecrets: readonly string[]
  readonly browser: BrowserPayment
  /** Another place that speaks Stripe's API, as `http://127.0.0.1:4242`; Stripe itself when absent. */
  readonly apiBase?: string
  /** One attempt; the SDK makes at most two, under one idempotency key. */
  readonly timeoutMs?: number
  readonly retries?: number
  readonly clock?: Clock
}

export interface StripeGateway extends PaymentGateway {
  close(): void
}

export function createStripeGateway(options: StripeGatewayOptions): StripeGateway {
  const base = new URL(options.apiBase ?? "https://api.stripe.com")
  const agent = base.protocol === "http:" ? new http.Agent(connections) : new https.Agent(connections)
  const stripe = connect(options, base, agent)
  const trust = { secrets: options.webhookSecrets, clock: options.clock ?? systemClock }
  return {
    browser: options.browser,
    openIntent: (request) => openIntent(stripe, request),
    findIntent: async (ref) => toIntent(await callStripe("find intent", () => stripe.paymentIntents.retrieve(ref))),
    cancelIntent: (ref) => cancelIntent(stripe, ref),
    refund: (request) => refund(stripe, request),
    listRefunds: (ref) => listRefunds(stripe, ref),
    listTransactions: (from, until) => listTransactions(stripe, from, until),
    openAccount: (request) => openAccount(stripe, request),
    findAccount: (ref) => findAccount(stripe, ref),
    transfer: (request) => transfer(stripe, request),
    reverseTransfer: (request) => reverseTransfer(stripe, request),
    listTransfers: (paymentId) => listTransfers(stripe, paymentId),
    listReversals: (ref) => listReversals(stripe, ref),
    linkToOnboarding: (ref, back) => linkToOnboarding(stripe, ref, back),
    verifyEvent: (rawBody, signature) => verifyEvent(trust, rawBody, signature),
    close: () => agent.destroy(),
  }
}

const connections = { keepAlive: true, maxSockets: 64 }

function connect(options: StripeGatewayOptions, base: URL, httpAgent: http.Agent): Stripe {
  return new Stripe(options.secretKey, {
    protocol: base.protocol === "http:" ? "http" : "https",
    host: base.hostname,
    port: base.port || (base.protocol === "http:" ? 80 : 443),
    httpAgent,
    timeout: options.timeoutMs ?? 8_000,
    maxNetworkRetries: options.retries ?? 1,
    telemetry: false,
  })
}

async function openIntent(stripe: Stripe, request: IntentRequest): Promise<PaymentIntent> {
  const wanted: Stripe.PaymentIntentCreateParams = {
    ...toStripeAmount(request.amount),
    automatic_payment_methods: { enabled: true },
    description: request.description,
    receipt_email: request.email,
    metadata: { tenant_id: request.tenantId, payment_id: request.paymentId, order_id: request.orderId },
  }
  const key = { idempotencyKey: request.idempotencyKey }
  return toIntent(await callStripe("open intent", () => stripe.paymentIntents.create(wanted, key)))
}

async function cancelIntent(stripe: Stripe, ref: string): Promise<PaymentIntent> {
  const outcome = await callStripe("cancel intent", () =>
    stripe.paymentIntents.cancel(ref).catch((error: unknown) => {
      // It was paid or cancelled in the meantime: the caller wants to know how it stands.
      if (error instanceof Stripe.errors.StripeInvalidRequestError && error.code === "payment_intent_unexpected_state")
        return stripe.paymentIntents.retrieve(ref)
      throw error
    }),
  )
  return toIntent(outcome)
}
