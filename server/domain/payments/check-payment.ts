import type { TenantContext } from "#server/context/tenant-context.ts"
import type { PaymentIntent } from "#server/ports/payment-gateway.ts"
import { reportPayment } from "./report-payment.ts"

/**
 * Asks the provider how a payment stands, for when its message is late or never comes: the return page does, and so does a
 * cancellation that found the money already there. What it says goes the way of every report.
 */
export async function checkPayment(ctx: TenantContext, orderId: string): Promise<void> {
  const payment = await ctx.read(({ rows }) =>
    rows.payment.findFirst({ where: { orderId }, select: { status: true, providerRef: true } }),
  )
  if (!payment?.providerRef || payment.status === "settled") return
  await reportIntent(ctx, await ctx.ports.payments.findIntent(payment.providerRef))
}

/** Only what moves our row is worth a report; its id is made of what it says, so that asking again adds nothing. */
export async function reportIntent(ctx: TenantContext, intent: PaymentIntent): Promise<void> {
  if (intent.status !== "succeeded") return
  await reportPayment(ctx, {
    about: "payment",
    eventId: `asked-${intent.providerRef}-${intent.status}`,
    type: "rialto.asked",
    tenantId: intent.tenantId,
    paymentId: intent.paymentId,
    providerRef: intent.providerRef,
    status: intent.status,
    amount: intent.amount,
    occurredAt: ctx.clock.now(),
    body: {},
  })
}
