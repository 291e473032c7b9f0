import { stateMachine } from "#server/kernel/state-machine.ts"

/**
 * opened: our row alone; pending: the provider waits for the payer; failed: declined, the payer may try again; settled: the money
 * came. It may come after we gave up: then a cancelled payment settles, and the order decides. The database holds the same table.
 */
export const paymentMachine = stateMachine("payment", {
  opened: ["pending", "cancelled"],
  pending: ["failed", "settled", "cancelled"],
  failed: ["failed", "settled", "cancelled"],
  cancelled: ["settled"],
  settled: [],
})

export type PaymentStatus = (typeof paymentMachine.states)[number]

export const paymentStatusOf = paymentMachine.of
export const sourcesOf = paymentMachine.sourcesOf
