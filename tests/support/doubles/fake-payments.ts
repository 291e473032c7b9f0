import {
  GatewayRejected,
  GatewayUnavailable,
  type IntentRequest,
  type PaymentGateway,
  type PaymentIntent,
  type ProviderReport,
} from "#server/ports/payment-gateway.ts"

export interface FakePayments extends PaymentGateway {
  readonly intents: ReadonlyMap<string, PaymentIntent>
  /** Requests as they came, repeats too. */
  readonly requests: readonly IntentRequest[]
  /** While true every call fails as a provider out of reach does. */
  unreachable: boolean
  /** The shopper did something at the provider: the intent changes, and the report that it would send is answered. */
  advance(providerRef: string, status: PaymentIntent["status"], failureCode?: string): ProviderReport
}

/** A provider in this process: idempotent by key, stateful, and silent until a test calls `advance`. */
export function fakePayments(): FakePayments {
  const intents = new Map<string, PaymentIntent>()
  const byKey = new Map<string, string>()
  const requests: IntentRequest[] = []
  let reports = 0
  const find = (ref: string): PaymentIntent => {
    if (gateway.unreachable) throw new GatewayUnavailable("unreachable")
    const intent = intents.get(ref)
    if (!intent) throw new GatewayRejected("no such intent", "resource_missing")
    return intent
  }
  const gateway: FakePayments = {
    intents,
    requests,
    unreachable: false,
    browser: { kind: "simulator", publishableKey: "pk_test", origin: "http://pay.test" },
    async openIntent(request) {
      requests.push(request)
      if (gateway.unreachable) throw new GatewayUnavailable("unreachable")
      const known = byKey.get(request.idempotencyKey)
      if (known) return find(known)
      const intent = intentOf(request, `pi_${intents.size + 1}`)
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
        ...told,
        eventId: `evt_provider_${reports}`,
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

function typeOf(status: PaymentIntent["status"]): string {
  if (status === "succeeded") return "payment_intent.succeeded"
  if (status === "canceled") return "payment_intent.canceled"
  return status === "requires_payment_method" ? "payment_intent.payment_failed" : "payment_intent.processing"
}
