import { stateMachine } from "#server/kernel/state-machine.ts"

/**
 * Where an order may go from each state; the database holds the same table. Money can arrive after the time to pay was up: if the
 * goods are still there the order is paid after all. `refunded`: all of its money went back; in part, an order stays what it is.
 */
export const orderMachine = stateMachine("order", {
  placed: ["paid", "cancelled"],
  paid: ["shipped", "refunded"],
  shipped: ["refunded"],
  cancelled: ["paid"],
  refunded: [],
})

export type OrderStatus = (typeof orderMachine.states)[number]

export const orderStatuses: readonly OrderStatus[] = orderMachine.states

/** `paid-too-late`: the money came when the time was up and the goods were gone. It goes back by itself. */
export const cancelReasons = ["expired", "shopper", "merchant", "paid-too-late"] as const
export type CancelReason = (typeof cancelReasons)[number]

export const orderStatusOf = orderMachine.of
export const sourcesOf = orderMachine.sourcesOf
