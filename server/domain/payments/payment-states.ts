/**
 * opened: our row alone; pending: the provider waits for the payer; failed: declined, the payer may try again;
 * settled: the money came. It may come after we gave up: then a cancelled payment settles, and the order decides.
 */
export const paymentStates = {
  opened: ["pending", "cancelled"],
  pending: ["failed", "settled", "cancelled"],
  failed: ["failed", "settled", "cancelled"],
  cancelled: ["settled"],
  settled: [],
} as const

export type PaymentStatus = keyof typeof paymentStates

export function isPaymentStatus(text: string): text is PaymentStatus {
  return Object.hasOwn(paymentStates, text)
}

export function paymentStatusOf(text: string): PaymentStatus {
  if (!isPaymentStatus(text)) throw new Error(`no such payment status: ${text}`)
  return text
}

/** From where a payment may get to `to`. */
export function sourcesOf(to: PaymentStatus): PaymentStatus[] {
  return Object.entries(paymentStates).flatMap(([from, targets]) =>
    isPaymentStatus(from) && targets.some((target) => target === to) ? [from] : [],
  )
}
