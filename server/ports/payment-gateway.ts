import type { ConnectGateway, ConnectSubject } from "./connect-gateway.ts"
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
  readonly about: "payment"
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

/** A verified message that something about a payment's refunds has changed; how they stand is asked for. */
export interface ProviderNews
  extends Pick<ProviderReport, "eventId" | "type" | "tenantId" | "paymentId" | "occurredAt" | "body"> {
  readonly about: "refunds"
}

/** A verified message that something about a shop's account at the provider has changed; how it stands is asked for. */
export interface ConnectNews extends Pick<ProviderReport, "eventId" | "type" | "tenantId" | "occurredAt" | "body"> {
  readonly about: ConnectSubject
  /** The account that the message came for: believed only where it is the shop's own. */
  readonly account: string
  readonly subjectRef: string
}

export interface RefundRequest {
  readonly tenantId: string
  readonly paymentId: string
  readonly refundId: string
  /** The intent's reference. */
  readonly providerRef: string
  readonly amount: Money
  /** Derived from our own row. Providers forget keys after 24 hours: do not send one that is older. */
  readonly idempotencyKey: string
}

/** A refund as the provider sees it. */
export interface ProviderRefund {
  readonly providerRef: string
  /** Ours; undefined when it was made in the provider's own pages. */
  readonly refundId: string | undefined
  readonly status: "pending" | "succeeded" | "failed"
  readonly failureCode?: string
  readonly amount: Money
}

/** One movement on our account at the provider. Ids are ours; empty where it names none. */
export interface ProviderTransaction {
  readonly providerRef: string
  readonly kind: "charge" | "refund" | "refund-failed" | "transfer" | "reversal" | "other"
  readonly tenantId: string
  /** The payment of a charge, the refund of a refund, the transfer of a transfer, and so on. */
  readonly subjectId: string
  /** Signed: what goes out is negative. */
  readonly amount: Money
  /** What the provider keeps of it. */
  readonly fee: Money
  readonly occurredAt: Date
  readonly availableAt: Date
}

/** What the browser needs to confirm: which form, and where it sends the card. */
export type BrowserPayment =
  | { readonly kind: "simulator"; readonly publishableKey: string; readonly origin: string }
  | { readonly kind: "stripe"; readonly publishableKey: string }

/**
 * Calls reject with `GatewayUnavailable` when trying again may help (timeout, 429, 5xx) and with `GatewayRejected`
 * when it will not.
 */
export interface PaymentGateway extends ConnectGateway {
  /** Idempotent by key: the same key gives the same intent, as it was when first made. Ask `findIntent` for its state now. */
  openIntent(request: IntentRequest): Promise<PaymentIntent>
  findIntent(providerRef: string): Promise<PaymentIntent>
  /** Answers the intent as it then stands: one that was paid in the meantime stays `succeeded`. Idempotent. */
  cancelIntent(providerRef: string): Promise<PaymentIntent>
  /**
   * Gives money back, once per key: a repeat answers the refund as it was when first made.
   * Rejects with `GatewayRejected` when there is not that much left.
   */
  refund(request: RefundRequest): Promise<ProviderRefund>
  /** All refunds of an intent as they stand, whoever made them. */
  listRefunds(providerRef: string): Promise<ProviderRefund[]>
  /** Everything that moved on our account from then until then, the end excluded; seconds count. */
  listTransactions(from: Date, until: Date): Promise<ProviderTransaction[]>
  /**
   * Verifies signature and age over the raw bytes. `undefined`: forged, stale, or of another account; refuse it.
   * `"unrelated"`: genuine, but not about a payment or an account of ours; acknowledge and forget it.
   */
  verifyEvent(rawBody: Uint8Array, signature: string): ProviderReport | ProviderNews | ConnectNews | "unrelated" | undefined
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

/** Recognised by name, since the class may be loaded twice. */
export function isGatewayRejected(error: unknown): error is GatewayRejected {
  return error instanceof Error && error.name === "GatewayRejected"
}
