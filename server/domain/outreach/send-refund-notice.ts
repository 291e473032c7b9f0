import type { TenantContext } from "#server/context/tenant-context.ts"
import { orderForMail } from "#server/domain/orders/index.ts"
import { present } from "#server/kernel/assert.ts"
import { formatMoney } from "#server/kernel/money.ts"
import { orderLetter } from "./order-letter.ts"
import { sendLetter, wasSent } from "./send-letter.ts"
import { wordingIn } from "./wording-in.ts"

const job = "outreach.send-refund-notice"

/** Tells the shopper that money is on its way back, and why; where it was our doing, that we are sorry. */
export async function sendRefundNotice(
  ctx: TenantContext,
  { orderId, refundId }: { readonly orderId: string; readonly refundId: string },
  eventId: string,
): Promise<void> {
  if (await wasSent(ctx, job, eventId)) return
  const order = await orderForMail(ctx, orderId)
  const { reason, amount, note } = present(
    order.refunds.find(({ id }) => id === refundId),
    "refund of the order",
  )
  const words = wordingIn(order.language)
  const sum = formatMoney(amount, order.language)
  const letter = {
    ...orderLetter(ctx, order),
    rows: [{ label: words.refunded, amount: sum, isSum: true }],
    subject: words.refundSubject(order.number, ctx.tenant.name),
    heading: words.refundHeading(order.address.name),
    paragraphs: [words.refundBody[reason](order.number), words.refundTime(sum), ...(note === "" ? [] : [note])],
  }
  const { address: _parcel, ...plain } = letter
  await sendLetter(ctx, { job, eventId, order, letter: plain })
}
