import type { ConnectGateway, ProviderAccount, ProviderTransfer } from "#server/ports/connect-gateway.ts"
import {
  GatewayRejected,
  GatewayUnavailable,
  type IntentRequest,
  type PaymentGateway,
  type PaymentIntent,
  type ProviderRefund,
  type ProviderReport,
  type ProviderTransaction,
} from "#server/ports/payment-gateway.ts"

export interface FakePayments extends PaymentGateway {
  /** So many of the next transfers are made, and their answers lost. */
  lostTransfers: number
  /** What was transferred to accounts less what was taken back, by account; a test spends it. */
  readonly balances: Map<string, bigint>
  /** Shops' accounts by reference; a test changes them as the provider would. */
  readonly accounts: Map<string, ProviderAccount>
  readonly intents: ReadonlyMap<string, PaymentIntent>
  /** Requests as they came, repeats too. */
  readonly requests: readonly IntentRequest[]
  /** By the reference of their intent, in the order of their making. */
  readonly refunds: ReadonlyMap<string, readonly ProviderRefund[]>
  /** How the provider's next refunds turn out. */
  refundOutcome: ProviderRefund["status"] | "rejected" | "lost"
  /** What moved on the account; a test puts it there. */
  readonly transactions: ProviderTransaction[]
  /** A refund that was made in the provider's own pages, or a change of one. */
  putRefund(intentRef: string, refund: ProviderRefund): void
  /** While true every call fails as a provider out of reach does. */
  unreachable: boolean
  /** The shopper did something at the provider: the intent changes, and the report that it would send is answered. */
  advance(providerRef: string, status: PaymentIntent["status"], failureCode?: string): ProviderReport
}

/**
 * A provider in this process: idempotent by key, stateful, and silent until a test calls `advance`.
 * @param refOf names an intent; processes that share a database must name the same one alike.
 */
export function fakePayments(refOf = (_: IntentRequest, count: number) => `pi_${count}`): FakePayments {
  const intents = new Map<string, PaymentIntent>()
  const byKey = new Map<string, string>()
  const requests: IntentRequest[] = []
  const refunds = new Map<string, ProviderRefund[]>()
  const refundByKey = new Map<string, ProviderRefund>()
  let reports = 0
  const accounts = new Map<string, ProviderAccount>()
  const balances = new Map<string, bigint>()
  const find = (ref: string): PaymentIntent => {
    if (gateway.unreachable) throw new GatewayUnavailable("unreachable")
    const intent = intents.get(ref)
    if (!intent) throw new GatewayRejected("no such intent", "resource_missing")
    return intent
  }
  const gateway: FakePayments = {
    intents,
    requests,
    refunds,
    accounts,
    balances,
    ...accountDoors(accounts),
    lostTransfers: 0,
    ...transferDoors(balances, () => gateway.lostTransfers-- > 0),
    refundOutcome: "succeeded",
    transactions: [],
    listTransactions: async (from, until) =>
      gateway.transactions.filter(({ occurredAt }) => occurredAt >= from && occurredAt < until),
    putRefund(intentRef, refund) {
      const others = (refunds.get(intentRef) ?? []).filter(({ providerRef }) => providerRef !== refund.providerRef)
      refunds.set(intentRef, [...others, refund])
    },
    listRefunds: async (ref) => refunds.get(find(ref).providerRef) ?? [],
    async refund({ providerRef, refundId, amount, idempotencyKey }) {
      const { refundOutcome } = gateway
      const before = refundByKey.get(idempotencyKey)
      if (before) return before
      const rest = refunds.get(find(providerRef).providerRef) ?? []
      const gone = rest.reduce((sum, made) => sum + (made.status === "failed" ? 0n : made.amount.minor), 0n)
      if (refundOutcome === "rejected" || gone + amount.minor > find(providerRef).amount.minor)
        throw new GatewayRejected("no such money", "amount_too_large")
      const status = refundOutcome === "lost" ? "succeeded" : refundOutcome
      const made: ProviderRefund = { providerRef: `re_${providerRef}_${rest.length + 1}`, refundId, status, amount }
      refundByKey.set(idempotencyKey, made)
      gateway.putRefund(providerRef, made)
      if (refundOutcome === "lost") throw new GatewayUnavailable("the answer was lost")
      return made
    },
    unreachable: false,
    browser: { kind: "simulator", publishableKey: "pk_test", origin: "http://pay.test" },
    async openIntent(request) {
      requests.push(request)
      if (gateway.unreachable) throw new GatewayUnavailable("unreachable")
      const known = byKey.get(request.idempotencyKey)
      if (known) return find(known)
      const intent = intentOf(request, refOf(request, intents.size + 1))
      intents.set(intent.providerRef, intent)
      byKey.set(request.idempotencyKey, intent.providerRef)
      return intent
    },
    findIntent: async (ref) => find(ref),
    async cancelIntent(ref) {
      const intent = find(ref)
      if (intent.status === "succeeded") return intent
      const canceled = { ...intent, status: "canceled" as const }
      intents.set(ref, canceled)
      return canceled
    },
    verifyEvent: () => undefined,
    advance(ref, status, failureCode) {
      const { failureCode: _, ...before } = find(ref)
      const intent = { ...before, status, ...(failureCode === undefined ? {} : { failureCode }) }
      intents.set(ref, intent)
      reports += 1
      const { clientSecret: __, ...told } = intent
      return {
        about: "payment",
        ...told,
        eventId: `evt_provider_${ref}_${reports}`,
        type: typeOf(status),
        occurredAt: new Date(),
        body: { id: ref, status },
      }
    },
  }
  return gateway
}

function intentOf({ tenantId, paymentId, amount }: IntentRequest, providerRef: string): PaymentIntent {
  return { providerRef, clientSecret: `${providerRef}_secret`, status: "requires_payment_method", amount, tenantId, paymentId }
}

const fresh = { isTransferable: false, areChargesEnabled: false, arePayoutsEnabled: false, areDetailsSubmitted: false }

function accountDoors(
  accounts: Map<string, ProviderAccount>,
): Pick<ConnectGateway, "openAccount" | "findAccount" | "linkToOnboarding"> {
  const byKey = new Map<string, string>()
  const find = (ref: string): ProviderAccount => {
    const account = accounts.get(ref)
    if (!account) throw new GatewayRejected("no such account", "resource_missing")
    return account
  }
  return {
    async openAccount({ tenantId, idempotencyKey }) {
      const providerRef = byKey.get(idempotencyKey) ?? `acct_${tenantId}_${byKey.size + 1}`
      byKey.set(idempotencyKey, providerRef)
      const opened = {
        ...fresh,
        providerRef,
        tenantId,
        currentlyDue: ["external_account"],
        disabledReason: "requirements.past_due",
      }
      const account = accounts.get(providerRef) ?? opened
      accounts.set(providerRef, account)
      return account
    },
    findAccount: async (ref) => find(ref),
    linkToOnboarding: async (ref) => `http://pay.test/onboarding/${find(ref).providerRef}`,
  }
}

type TransferDoors = Pick<ConnectGateway, "transfer" | "reverseTransfer" | "listTransfers" | "listReversals">

function transferDoors(balances: Map<string, bigint>, isLost: () => boolean): TransferDoors {
  const made = new Map<string, ProviderTransfer & { readonly account: string; readonly of: string }>()
  const move = (key: string, ownId: string, account: string, of: string, minor: bigint) => {
    const before = made.get(key)
    if (before) return before
    const balance = (balances.get(account) ?? 0n) + minor
    if (balance < 0n) throw new GatewayRejected("insufficient funds", "balance_insufficient")
    balances.set(account, balance)
    const done = { providerRef: `tr_${ownId}`, ownId, account, of }
    made.set(key, done)
    if (isLost()) throw new GatewayUnavailable("the answer was lost")
    return done
  }
  const listed = async (of: string) => [...made.values()].filter((one) => one.of === of)
  return {
    transfer: async ({ idempotencyKey, transferId, account, paymentId, amount }) =>
      move(idempotencyKey, transferId, account, paymentId, amount.minor),
    reverseTransfer: async ({ idempotencyKey, reversalId, transferRef, amount }) => {
      const account = [...made.values()].find(({ providerRef }) => providerRef === transferRef)?.account ?? ""
      return move(idempotencyKey, reversalId, account, transferRef, -amount.minor)
    },
    listTransfers: listed,
    listReversals: listed,
  }
}

function typeOf(status: PaymentIntent["status"]): string {
  if (status === "succeeded") return "payment_intent.succeeded"
  if (status === "canceled") return "payment_intent.canceled"
  return status === "requires_payment_method" ? "payment_intent.payment_failed" : "payment_intent.processing"
}
