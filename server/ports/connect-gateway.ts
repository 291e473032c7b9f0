import type { Money } from "#server/kernel/money.ts"

/** A shop's account at the provider: where its part of the money goes. */
export interface ProviderAccount {
  readonly providerRef: string
  readonly tenantId: string
  /** It can be given money. */
  readonly isTransferable: boolean
  readonly areChargesEnabled: boolean
  readonly arePayoutsEnabled: boolean
  readonly areDetailsSubmitted: boolean
  /** What the provider wants to know now, in its words: `external_account`, `representative.first_name`, … */
  readonly currentlyDue: readonly string[]
  /** Why something is switched off, in its words; empty otherwise. */
  readonly disabledReason: string
}

export interface AccountRequest {
  readonly tenantId: string
  readonly name: string
  readonly email: string
  /** ISO 3166 alpha-2. */
  readonly country: string
  readonly currency: string
  readonly idempotencyKey: string
}

export interface TransferRequest {
  readonly tenantId: string
  readonly paymentId: string
  readonly transferId: string
  /** The account that it goes to. */
  readonly account: string
  readonly amount: Money
  readonly idempotencyKey: string
}

export interface ReversalRequest {
  readonly tenantId: string
  readonly reversalId: string
  readonly transferRef: string
  readonly amount: Money
  readonly idempotencyKey: string
}

/** A transfer or a reversal as the provider sees it: once it is there, it is done. `ownId` is ours. */
export interface ProviderTransfer {
  readonly providerRef: string
  readonly ownId: string
}

/** What of a shop's account a message from the provider is about. It says only that something changed; how it stands is asked for. */
export type ConnectSubject = "account"

/** Faults as of the payment gateway. */
export interface ConnectGateway {
  /** Idempotent by key. */
  openAccount(request: AccountRequest): Promise<ProviderAccount>
  findAccount(providerRef: string): Promise<ProviderAccount>
  /** From the platform's balance to a shop's, once per key. Rejects with `GatewayRejected` when there is not that much, or the account may not. */
  transfer(request: TransferRequest): Promise<ProviderTransfer>
  /** Back again, once per key. Rejects with `GatewayRejected` when the shop has not that much left. */
  reverseTransfer(request: ReversalRequest): Promise<ProviderTransfer>
  /** What was transferred of a payment, for when a key is too old. */
  listTransfers(paymentId: string): Promise<ProviderTransfer[]>
  listReversals(transferRef: string): Promise<ProviderTransfer[]>
  /** Where the merchant tells the provider what it wants to know: for one visit, within minutes. */
  linkToOnboarding(providerRef: string, back: { readonly returnUrl: string; readonly refreshUrl: string }): Promise<string>
}
