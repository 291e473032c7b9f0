import type { TenantContext } from "#server/context/tenant-context.ts"
import { money } from "#server/kernel/money.ts"
import { paymentStatusOf } from "./payment-states.ts"
import type { PaymentView } from "./payment-view.ts"

/** The payer's view, with the secret: ask for it only after the payer has shown to be one. */
export async function paymentOf(ctx: TenantContext, orderId: string): Promise<PaymentView | undefined> {
  const payment = await ctx.read(({ rows }) => rows.payment.findFirst({ where: { orderId } }))
  if (!payment) return undefined
  const { id, status, clientSecret, failureCode, amountMinor, refundedMinor, currency, settledAt } = payment
  return {
    id,
    status: paymentStatusOf(status),
    clientSecret,
    failureCode,
    amount: money(amountMinor, currency.trim()),
    refunded: money(refundedMinor, currency.trim()),
    settledAt,
  }
}
