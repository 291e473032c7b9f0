import type { TenantContext } from "#server/context/tenant-context.ts"
import { orderForMail } from "#server/domain/orders/index.ts"
import { present } from "#server/kernel/assert.ts"
import { orderLetter } from "./order-letter.ts"
import { sendLetter, wasSent } from "./send-letter.ts"
import { wordingIn } from "./wording-in.ts"

const job = "outreach.send-shipping-notice"

/** Tells the shopper that the parcel is on its way. */
export async function sendShippingNotice(ctx: TenantContext, orderId: string, eventId: string): Promise<void> {
  if (await wasSent(ctx, job, eventId)) return
  const order = await orderForMail(ctx, orderId)
  const { carrier, tracking } = present(order.shipments.at(-1), "shipment of a shipped order")
  const words = wordingIn(order.language)
  const letter = {
    ...orderLetter(ctx, order),
    subject: words.shippingSubject(order.number, ctx.tenant.name),
    heading: words.shippingHeading(order.address.name),
    paragraphs: [words.shippingBody(order.number, carrier), ...(tracking === "" ? [] : [words.tracking(tracking)])],
  }
  await sendLetter(ctx, { job, eventId, order, letter })
}
