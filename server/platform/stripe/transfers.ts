import type Stripe from "stripe"
import type { ProviderTransfer, ReversalRequest, TransferRequest } from "#server/ports/connect-gateway.ts"
import { toStripeAmount } from "./amounts.ts"
import { callStripe } from "./faults.ts"

export async function transfer(stripe: Stripe, request: TransferRequest): Promise<ProviderTransfer> {
  const { tenantId, paymentId, transferId, account, idempotencyKey } = request
  const wanted: Stripe.TransferCreateParams = {
    ...toStripeAmount(request.amount),
    destination: account,
    transfer_group: paymentId,
    metadata: { tenant_id: tenantId, payment_id: paymentId, transfer_id: transferId },
  }
  const { id } = await callStripe("transfer", () => stripe.transfers.create(wanted, { idempotencyKey }))
  return { providerRef: id, ownId: transferId }
}

export async function reverseTransfer(stripe: Stripe, request: ReversalRequest): Promise<ProviderTransfer> {
  const { tenantId, reversalId, transferRef, idempotencyKey } = request
  const wanted: Stripe.TransferCreateReversalParams = {
    amount: toStripeAmount(request.amount).amount,
    metadata: { tenant_id: tenantId, reversal_id: reversalId },
  }
  const { id } = await callStripe("reverse transfer", () =>
    stripe.transfers.createReversal(transferRef, wanted, { idempotencyKey }),
  )
  return { providerRef: id, ownId: reversalId }
}

/** One sale has a few at most. */
const most = 100

export async function listTransfers(stripe: Stripe, paymentId: string): Promise<ProviderTransfer[]> {
  const { data } = await callStripe("list transfers", () => stripe.transfers.list({ transfer_group: paymentId, limit: most }))
  return data.map(({ id, metadata }) => ({ providerRef: id, ownId: metadata.transfer_id ?? "" }))
}

export async function listReversals(stripe: Stripe, transferRef: string): Promise<ProviderTransfer[]> {
  const { data } = await callStripe("list reversals", () => stripe.transfers.listReversals(transferRef, { limit: most }))
  return data.map(({ id, metadata }) => ({ providerRef: id, ownId: metadata?.reversal_id ?? "" }))
}
