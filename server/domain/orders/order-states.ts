/**
 * Where an order may go from each state. Money can arrive after the order was given up: if the goods are still there it
 * is paid after all.
 */
export const orderStates = {
  placed: ["paid", "cancelled"],
  paid: ["shipped"],
  shipped: [],
  cancelled: ["paid"],
} as const

export type OrderStatus = keyof typeof orderStates

export const orderStatuses = ["placed", "paid", "shipped", "cancelled"] as const

/** `paid-too-late`: the money came after the order was given up and the goods were gone. The merchant owes it back. */
export const cancelReasons = ["expired", "shopper", "merchant", "paid-too-late"] as const
export type CancelReason = (typeof cancelReasons)[number]

export function orderStatusOf(text: string): OrderStatus {
  const status = orderStatuses.find((known) => known === text)
  if (!status) throw new Error(`no such order status: ${text}`)
  return status
}

/** From where an order may get to `to`. */
export function sourcesOf(to: OrderStatus): OrderStatus[] {
  return orderStatuses.filter((from) => orderStates[from].some((target) => target === to))
}
