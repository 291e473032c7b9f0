import type { TenantContext } from "#server/context/tenant-context.ts"
import { recordPurchase } from "#server/domain/insights/index.ts"
import { closeRefunded, confirmOrder } from "#server/domain/orders/index.ts"
import {
  noteLowStock,
  sendReceipt,
  sendRefundNotice,
  sendShippingNotice,
  tellNextWatchers,
  tellWatchers,
} from "#server/domain/outreach/index.ts"
import {
  authorizePayment,
  balanceSale,
  cancelPayment,
  checkPayoutAccount,
  checkRefunds,
  sendRefund,
  sendReversal,
  sendTransfer,
  settlePayment,
} from "#server/domain/payments/index.ts"
import { noteDue, reindexShop } from "#server/domain/search/index.ts"
import { runTrainer } from "#workers/training/run-trainer.ts"
import type { JobName, JobPayload } from "#server/messages/jobs.ts"

export type Handler<N extends JobName> = (ctx: TenantContext, job: JobPayload<N>, eventId: string) => Promise<unknown>
export type Handlers = { readonly [N in JobName]: Handler<N> }

/** One domain call each. The call makes a repeat change nothing; the event's id is what it knows the repeat by. */
export const handlers: Handlers = {
  "payments.authorize": (ctx, job) => authorizePayment(ctx, job.paymentId),
  "payments.settle": (ctx, job, eventId) => settlePayment(ctx, job.providerEventId, eventId),
  "payments.cancel": (ctx, job) => cancelPayment(ctx, job.orderId),
  "payments.send-refund": (ctx, job) => sendRefund(ctx, job.refundId),
  "payments.check-refunds": (ctx, job) => checkRefunds(ctx, job.paymentId),
  "payments.check-account": (ctx) => checkPayoutAccount(ctx),
  "payments.balance-sale": (ctx, job) => balanceSale(ctx, job.paymentId),
  "payments.send-transfer": (ctx, job) => sendTransfer(ctx, job.transferId),
  "payments.send-reversal": (ctx, job) => sendReversal(ctx, job.reversalId),
  "orders.close-refunded": (ctx, job) => closeRefunded(ctx, job.orderId),
  "orders.confirm": (ctx, job, eventId) => confirmOrder(ctx, job, eventId),
  "search.index-product": (ctx, job) => noteDue(ctx, [job.productId]),
  "search.reindex": (ctx) => reindexShop(ctx),
  "insights.record-purchase": (ctx, job, eventId) => recordPurchase(ctx, job.orderId, eventId),
  "recommendations.train": (ctx, job) => runTrainer(ctx.tenant.id, job.trainingId),
  "outreach.send-receipt": (ctx, job, eventId) => sendReceipt(ctx, job.orderId, eventId),
  "outreach.send-shipping-notice": (ctx, job, eventId) => sendShippingNotice(ctx, job.orderId, eventId),
  "outreach.send-refund-notice": (ctx, job, eventId) => sendRefundNotice(ctx, job, eventId),
  "outreach.tell-watchers": (ctx, job, eventId) => tellWatchers(ctx, job.variantId, eventId),
  "outreach.tell-next-watchers": (ctx, job, eventId) => tellNextWatchers(ctx, job.variantId, eventId),
  "outreach.note-low-stock": (ctx, job, eventId) => noteLowStock(ctx, job.variantId, eventId),
}
