import Stripe from "stripe"
import { branded } from "#server/kernel/brand.ts"
import type { Clock } from "#server/kernel/clock.ts"
import type { ConnectNews, JsonObject, ProviderNews, ProviderReport } from "#server/ports/payment-gateway.ts"
import { isOurs, toIntent } from "./intent.ts"

const toleranceSeconds = 300

/** Two secrets are in force while one is being replaced. */
export interface EventTrust {
  readonly secrets: readonly string[]
  readonly clock: Clock
}

export function verifyEvent(
  trust: EventTrust,
  rawBody: Uint8Array,
  signature: string,
): ProviderReport | ProviderNews | ConnectNews | "unrelated" | undefined {
  const event = genuineEvent(trust, Buffer.from(rawBody), signature)
  if (event === undefined) return undefined
  const object = event.data.object
  const kind = "object" in object ? object.object : ""
  const isCharged = kind === "payment_intent" || kind === "charge" || kind === "refund"
  // We charge on our own account: a message about a charge of a connected one is somebody else's, whatever names stand in it.
  if (isCharged && event.account) return undefined
  if ("object" in object && object.object === "payment_intent" && isOurs(object)) return paymentReport(event, object)
  if ("object" in object && (object.object === "refund" || object.object === "charge")) return refundNews(event, object)
  if ("object" in object && object.object === "account") return accountNews(event, object)
  return "unrelated"
}

function accountNews(event: Stripe.Event, { id, metadata }: Stripe.Account): ConnectNews | "unrelated" | undefined {
  const tenantId = metadata?.tenant_id
  if (event.type !== "account.updated" || !tenantId) return "unrelated"
  // It came for one account and speaks of another.
  if (event.account !== id) return undefined
  return { about: "account", tenantId, account: id, subjectRef: id, ...envelope(event) }
}

function paymentReport(event: Stripe.Event, object: Stripe.PaymentIntent): ProviderReport {
  const { clientSecret: _kept, ...intent } = toIntent(object)
  return { about: "payment", ...intent, ...envelope(event) }
}

/** Of charges only what came back of them: how they went, the intent says. */
function refundNews(event: Stripe.Event, { metadata }: Stripe.Refund | Stripe.Charge): ProviderNews | "unrelated" {
  const tenantId = metadata?.tenant_id
  const paymentId = metadata?.payment_id
  const isAboutRefunds = event.type.startsWith("refund.") || event.type.startsWith("charge.refund")
  if (!isAboutRefunds || !tenantId || !paymentId) return "unrelated"
  return { about: "refunds", tenantId, paymentId, ...envelope(event) }
}

function envelope(event: Stripe.Event): Pick<ProviderReport, "eventId" | "type" | "occurredAt" | "body"> {
  return { eventId: event.id, type: event.type, occurredAt: new Date(event.created * 1000), body: withoutSecret(event) }
}

function genuineEvent(trust: EventTrust, rawBody: Buffer, signature: string): Stripe.Event | undefined {
  // The SDK counts only the age of a message; one dated in the future would stay fresh for as long as it likes.
  const now = trust.clock.now().getTime()
  const dated = Number(/(?:^|,)t=(\d+)/.exec(signature)?.[1]) * 1000
  if (!(dated <= now + toleranceSeconds * 1000)) return undefined
  for (const secret of trust.secrets) {
    try {
      return Stripe.webhooks.constructEvent(rawBody, signature, secret, toleranceSeconds, undefined, now)
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeSignatureVerificationError) && !(error instanceof SyntaxError)) throw error
    }
  }
  return undefined
}

function withoutSecret(event: Stripe.Event): JsonObject {
  return branded<JsonObject>(JSON.parse(JSON.stringify(event, (key, value) => (key === "client_secret" ? undefined : value))))
}
