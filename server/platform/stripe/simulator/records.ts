/** What the simulator keeps. Amounts are integers in the currency's smallest unit, times are Unix seconds. Never a card number. */
export type IntentStatus = "requires_payment_method" | "requires_confirmation" | "requires_action" | "succeeded" | "canceled"
export type Metadata = Readonly<Record<string, string>>

export interface CardFailure {
  readonly code: string
  readonly declineCode?: string
  readonly message: string
  readonly type: "card_error" | "invalid_request_error"
  readonly param?: string
  readonly chargeId?: string
  readonly methodId?: string
}

export interface IntentRecord {
  readonly id: string
  readonly clientSecret: string
  readonly amount: number
  readonly currency: string
  readonly created: number
  readonly status: IntentStatus
  readonly description: string | null
  readonly receiptEmail: string | null
  readonly metadata: Metadata
  readonly automatic: { readonly redirects: "always" | "never" } | null
  readonly methodTypes: readonly string[]
  readonly customerId: string | null
  readonly methodId: string | null
  readonly chargeId: string | null
  readonly failure: CardFailure | null
  readonly challenge: { readonly token: string; readonly returnUrl: string } | null
  /** The challenge that was last answered. */
  readonly spent?: string | undefined
  readonly returnUrl: string | null
  readonly canceledAt: number | null
  readonly cancellationReason: string | null
}

export interface MethodRecord {
  readonly id: string
  readonly created: number
  readonly brand: string
  readonly last4: string
  readonly funding: string
  readonly expMonth: number
  readonly expYear: number
  readonly fingerprint: string
  readonly hasCvc: boolean
  /** Name of the test card: how it behaves. */
  readonly behaviour: string
  readonly customerId: string | null
  readonly name: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly postalCode: string | null
  readonly country: string | null
  readonly metadata: Metadata
}

export interface ChargeRecord {
  readonly id: string
  readonly intentId: string
  readonly methodId: string
  readonly amount: number
  readonly refunded: number
  readonly currency: string
  readonly created: number
  readonly customerId: string | null
  readonly description: string | null
  readonly receiptEmail: string | null
  readonly metadata: Metadata
  readonly transactionId: string | null
  readonly failure: CardFailure | null
  readonly authenticated: boolean
  readonly refundIds: readonly string[]
}

export interface RefundRecord {
  readonly id: string
  readonly chargeId: string
  readonly intentId: string
  readonly amount: number
  readonly currency: string
  readonly created: number
  readonly reason: string | null
  readonly transactionId: string
  readonly metadata: Metadata
}

export interface CustomerRecord {
  readonly id: string
  readonly created: number
  readonly name: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly description: string | null
  readonly metadata: Metadata
}

export interface TransactionRecord {
  readonly id: string
  readonly type: "charge" | "refund" | "transfer" | "transfer_refund" | "payout" | "payout_failure"
  readonly sourceId: string
  readonly amount: number
  readonly fee: number
  readonly currency: string
  readonly created: number
  readonly description: string | null
  /** The connected account whose balance it moves; the platform's own without. */
  readonly account?: string | undefined
}

/** What lies on an account in one currency, released or not. Its id is both. */
export interface BalanceRecord {
  readonly id: string
  readonly amount: number
}

export interface TransferRecord {
  readonly id: string
  readonly created: number
  readonly amount: number
  readonly currency: string
  readonly destination: string
  readonly group: string | null
  readonly description: string | null
  readonly metadata: Metadata
  readonly transactionId: string
  readonly reversed: number
  readonly reversalIds: readonly string[]
}

export interface ReversalRecord {
  readonly id: string
  readonly created: number
  readonly transferId: string
  readonly amount: number
  readonly currency: string
  readonly metadata: Metadata
  readonly transactionId: string
}

export interface AccountRecord {
  readonly id: string
  readonly created: number
  readonly country: string
  readonly currency: string
  readonly email: string | null
  readonly name: string | null
  readonly interval: "manual" | "daily" | "weekly" | "monthly"
  readonly metadata: Metadata
  /** What the merchant has told so far. */
  readonly hasDetails: boolean
  readonly hasBank: boolean
  readonly bankId: string
}

/** A visit that a merchant may make; its id is the secret in the address. */
export interface LinkRecord {
  readonly id: string
  readonly accountId: string
  readonly returnUrl: string
  readonly refreshUrl: string
  readonly expiresAt: number
}

export interface EventRecord {
  readonly id: string
  readonly type: string
  readonly created: number
  readonly subject: Snapshot
  readonly requestId: string | null
  readonly idempotencyKey: string | null
  readonly subscribed: boolean
  /** The connected account that it happened on. */
  readonly account?: string | undefined
}

export interface DeliveryRecord {
  readonly id: string
  readonly at: number
}

/** A stored reply under an idempotency key. */
export interface AnswerRecord {
  readonly id: string
  readonly fingerprint: string
  readonly at: number
  readonly reply: Reply
}

export interface Records {
  readonly intent: IntentRecord
  readonly method: MethodRecord
  readonly charge: ChargeRecord
  readonly refund: RefundRecord
  readonly customer: CustomerRecord
  readonly transaction: TransactionRecord
  readonly account: AccountRecord
  readonly balance: BalanceRecord
  readonly transfer: TransferRecord
  readonly reversal: ReversalRecord
  readonly link: LinkRecord
  readonly event: EventRecord
  readonly delivery: DeliveryRecord
  readonly answer: AnswerRecord
}
export type Kind = keyof Records
export const kinds: readonly Kind[] = [
  "intent",
  "method",
  "charge",
  "refund",
  "customer",
  "transaction",
  "account",
  "balance",
  "transfer",
  "reversal",
  "link",
  "event",
  "delivery",
  "answer",
]
export type Change = { readonly [K in Kind]: readonly [kind: K, record: Records[K]] }[Kind]

type ShownKind = Exclude<Kind, "event" | "delivery" | "answer" | "link" | "balance">
/** An object as it was at one moment; shown in Stripe's shape only when somebody reads it. */
export type Snapshot = { readonly [K in ShownKind]: { readonly kind: K; readonly record: Records[K] } }[ShownKind]
export type Reply = { readonly status: number; readonly shows: Snapshot } | { readonly status: number; readonly body: object }

export interface Look {
  get<K extends Kind>(kind: K, id: string): Records[K] | undefined
}

/** What an object may need to be shown: those it mentions, and where browsers are sent. */
export interface View {
  readonly draft: Look
  readonly origin: string
}
