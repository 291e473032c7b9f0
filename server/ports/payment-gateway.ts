import type { Money } from "#server/kernel/money.ts"

export type PaymentIntentStatus = "requires_payment_method" | "requires_action" | "processing" | "succeeded" | "canceled"

/** A payment as the provider sees it. */
export interface PaymentIntent {
  readonly providerRef: string
  /** Lets a browser confirm this one payment: for the payer's page only, never for logs. */
  readonly clientSecret: string
  readonly status: PaymentIntentStatus
  /** Why the last attempt failed, in the provider's words: `insufficient_funds`, `expired_card`, `generic_decline`, … */
  readonly failureCode?: string
  readonly amount: Money
  readonly tenantId: string
  readonly paymentId: string
}

export interface IntentRequest {
  readonly tenantId: string
  readonly paymentId: string
  readonly orderId: string
  readonly amount: Money
  /** Derived from our own row. Providers forget keys after 24 hours. */
  readonly idempotencyKey: string
  readonly email: string
  readonly description: string
}

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
export type JsonObject = { readonly [key: string]: Json }

/** A verified message from the provider about one payment. Comes in any order, more than once. */
export interface ProviderReport {
  readonly eventId: string
  readonly type: string
  readonly tenantId: string
  readonly paymentId: string
  readonly providerRef: string
  readonly status: PaymentIntentStatus
  readonly failureCode?: string
  readonly amount: Money
  readonly occurredAt: Date
  /** The message as it came, without the client secret: for the record, not for decisions. */
  readonly body: JsonObject
}

/** What the browser needs to confirm: which form, and where it sends the card. */
export type BrowserPayment =
  | { readonly kind: "simulator"; readonly publishableKey: string; readonly origin: string }
  | { readonly kind: "stripe"; readonly publishableKey: string }

/**
 * Calls reject with `GatewayUnavailable` when trying again may help (timeout, 429, 5xx) and with `GatewayRejected`
 * when it will not.
 */
export interface PaymentGateway {
  /** Idempotent by key: the same key gives the same intent, as it was when first made. Ask `findIntent` for its state now. */
  openIntent(request: IntentRequest): Promise<PaymentIntent>
  findIntent(providerRef: string): Promise<PaymentIntent>
  /** Answers the intent as it then stands: one that was paid in the meantime stays `succeeded`. Idempotent. */
  cancelIntent(providerRef: string): Promise<PaymentIntent>
  /**
   * Verifies signature and age over the raw bytes. `undefined`: forged or stale, refuse it. `"unrelated"`: genuine,
   * but not about a payment of ours; acknowledge and forget it.
   */
  verifyEvent(rawBody: Uint8Array, signature: string): ProviderReport | "unrelated" | undefined
  readonly browser: BrowserPayment
}

const unavailable = Symbol.for("rialto.gateway-unavailable")

/** A fault that passes: the outcome of the call is unknown. Repeat it with the same idempotency key. */
export class GatewayUnavailable extends Error {
  override readonly name = "GatewayUnavailable"
  readonly [unavailable] = true
}

/** A fault that stays: the provider understood the call and will not do it. `code` is the provider's. */
export class GatewayRejected extends Error {
  override readonly name = "GatewayRejected"
  constructor(
    message: string,
    readonly code: string | undefined,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** Recognised by brand, since the class may be loaded twice. */
export function isGatewayUnavailable(error: unknown): error is GatewayUnavailable {
  return typeof error === "object" && error !== null && unavailable in error
}
