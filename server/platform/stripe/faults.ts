import Stripe from "stripe"
import { GatewayRejected, GatewayUnavailable } from "#server/ports/payment-gateway.ts"

/** Runs a call and tells what passes (retry with the same key) from what stays. Declines never come here: we do not confirm. */
export async function callStripe<T>(what: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    throw translated(what, error)
  }
}

function translated(what: string, error: unknown): unknown {
  if (!(error instanceof Stripe.errors.StripeError)) return error
  const words = `${what}: ${error.type} ${error.code ?? ""} ${error.message} (${error.requestId ?? "no request id"})`
  return passes(error) ? new GatewayUnavailable(words, { cause: error }) : new GatewayRejected(words, error.code, { cause: error })
}

// A key that is in use means that our own earlier call is still running there.
function passes(error: Stripe.errors.StripeError): boolean {
  if (error instanceof Stripe.errors.StripeConnectionError || error instanceof Stripe.errors.StripeRateLimitError) return true
  const status = error.statusCode ?? 0
  return status >= 500 || status === 409 || status === 429 || error.code === "lock_timeout"
}
