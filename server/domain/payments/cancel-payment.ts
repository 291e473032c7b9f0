import type { TenantContext } from "#server/context/tenant-context.ts"
import { reportIntent } from "./check-payment.ts"
import { giveUpPayment } from "./give-up-payment.ts"

/**
 * Tells the provider that a given-up payment is not wanted any more. Idempotent. If the payer was faster the money is there:
 * that is reported as any other news, and the order decides.
 */
export async function cancelPayment(ctx: TenantContext, orderId: string): Promise<void> {
  const payment = await ctx.read(({ rows }) =>
    rows.payment.findFirst({ where: { orderId }, select: { status: true, providerRef: true } }),
  )
  if (!payment || payment.status === "settled") return
  if (payment.status !== "cancelled") await ctx.transact((work) => giveUpPayment(work, orderId))
  // Without a reference the provider was never asked, or its answer is on the way: `authorizePayment` cancels it then.
  if (payment.providerRef) await reportIntent(ctx, await ctx.ports.payments.cancelIntent(payment.providerRef))
}
