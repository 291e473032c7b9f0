import { stateMachine } from "#server/kernel/state-machine.ts"

/**
 * requested: our row alone, the amount is set aside; pending: the provider has taken it on; succeeded: the money is on its way back;
 * failed: it stays with us. A bank may send back what had succeeded. The database holds the same table.
 */
export const refundMachine = stateMachine("refund", {
  requested: ["pending", "succeeded", "failed"],
  pending: ["succeeded", "failed"],
  succeeded: ["failed"],
  failed: [],
})

export type RefundStatus = (typeof refundMachine.states)[number]
