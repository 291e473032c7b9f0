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

/** What of a shop's account a message from the provider is about. It says only that something changed; how it stands is asked for. */
export type ConnectSubject = "account"

/** Faults as of the payment gateway. */
export interface ConnectGateway {
  /** Idempotent by key. */
  openAccount(request: AccountRequest): Promise<ProviderAccount>
  findAccount(providerRef: string): Promise<ProviderAccount>
  /** Where the merchant tells the provider what it wants to know: for one visit, within minutes. */
  linkToOnboarding(providerRef: string, back: { readonly returnUrl: string; readonly refreshUrl: string }): Promise<string>
}
