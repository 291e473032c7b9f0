import type { Tone } from "#app/ui/badge.tsx"
import type { OrderStatus } from "#server/domain/orders/index.ts"
import type { PaymentStatus } from "#server/domain/payments/index.ts"

/** How an order stands in its shopper's eyes. */
export type ShopperState = "waiting" | "confirming" | "declined" | "paid" | "shipped" | "cancelled" | "refunded"

export interface Standing {
  readonly status: OrderStatus
  readonly payment: { readonly status: PaymentStatus } | null
}

/** `hasPaid`: this browser comes from paying, and the provider's word is still on its way. */
export function shopperState({ status, payment }: Standing, hasPaid: boolean): ShopperState {
  if (status !== "placed") return status
  if (hasPaid || payment?.status === "settled") return "confirming"
  return payment?.status === "failed" ? "declined" : "waiting"
}

export const stateTones: Readonly<Record<ShopperState, Tone>> = {
  waiting: "warning",
  confirming: "info",
  declined: "danger",
  paid: "positive",
  shipped: "positive",
  cancelled: "plain",
  refunded: "plain",
}
