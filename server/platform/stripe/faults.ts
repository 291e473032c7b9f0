import Stripe from "stripe"
import { GatewayRejected, GatewayUnavailable } from "#server/ports/payment-gateway.ts"

/** Runs a call and tells what passes (retry with the same key) from what stays. Declines never come here: we do not confirm. */
export async function callStripe<T>(what: string, call: () => Promise<Stripe.Response<T>>): Promise<T> {
  const answer = await call().catch((error: unknown) => {
    throw translated(what, error)
  })
  // The SDK takes any JSON without an `error` for the object; a proxy's "{}" with status 503 is none.
  const { statusCode } = answer.lastResponse
  if (statusCode >= 300) throw new GatewayUnavailable(`${what}: status ${statusCode} without Stripe's envelope`)
  return answer
}

function translated(what: string, error: unknown): unknown {
  if (!(error instanceof Stripe.errors.StripeError)) return error
  const words = `${what}: ${error.type} ${error.code ?? ""} ${error.message} (${error.requestId ?? "no request id"})`
  return passes(error)
    ? new GatewayUnavailable(words, { cause: error })
    : new GatewayRejected(words, error.code, { cause: error })
}

// A key that is in use means that our own earlier call is still running there; an answer without a status is no JSON, so not Stripe's.
function passes(error: Stripe.errors.StripeError): boolean {
  if (error instanceof Stripe.errors.StripeConnectionError || error instanceof Stripe.errors.StripeRateLimitError) return true
  const status = error.statusCode ?? 503
  return status >= 500 || status === 409 || status === 429 || error.code === "lock_timeout"
}
