import type { TenantContext } from "#server/context/tenant-context.ts"
import { orderForMail } from "#server/domain/orders/index.ts"
import { orderLetter } from "./order-letter.ts"
import { sendLetter, wasSent } from "./send-letter.ts"
import { wordingIn } from "./wording-in.ts"

const job = "outreach.send-receipt"

/** Tells the shopper that the money came. */
export async function sendReceipt(ctx: TenantContext, orderId: string, eventId: string): Promise<void> {
  if (await wasSent(ctx, job, eventId)) return
  const order = await orderForMail(ctx, orderId)
  const words = wordingIn(order.language)
  const letter = {
    ...orderLetter(ctx, order),
    subject: words.receiptSubject(order.number, ctx.tenant.name),
    heading: words.receiptHeading(order.address.name),
    paragraphs: [words.receiptBody(order.number)],
  }
  await sendLetter(ctx, { job, eventId, order, letter })
}
