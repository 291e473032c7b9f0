import type { Say } from "#app/text/catalogue.ts"
import type { IconName } from "#app/ui/icon.tsx"
import type { Money } from "#server/kernel/money.ts"
import type { OrderView, ShipmentView } from "#server/domain/orders/index.ts"

export interface CourseStep {
  readonly key: string
  readonly icon: IconName
  readonly words: string
  readonly at: Date
  readonly note?: string
}

/** What has happened to an order, in words, oldest first. */
export function courseOf(order: OrderView, t: Say<"console">, price: (amount: Money) => string): CourseStep[] {
  const { placedAt, paidAt, cancelledAt, cancelReason, shipments, refunds } = order
  const course: CourseStep[] = [{ key: "placed", icon: "cart", words: t("order.course.placed"), at: placedAt }]
  if (paidAt) course.push({ key: "paid", icon: "card", words: t("order.course.paid"), at: paidAt })
  if (cancelledAt) {
    course.push({
      key: "cancelled",
      icon: "close",
      words: t("order.course.cancelled"),
      at: cancelledAt,
      note: reasonOf(cancelReason, t),
    })
  }
  course.push(...shipments.map((shipment) => parcelStep(shipment, t)))
  for (const { id, amount, settledAt, status } of refunds) {
    if (settledAt && status === "succeeded")
      course.push({ key: id, icon: "card", words: t("order.course.refunded", { amount: price(amount) }), at: settledAt })
  }
  return course.sort((a, b) => a.at.getTime() - b.at.getTime())
}

function parcelStep({ id, carrier, tracking, shippedAt }: ShipmentView, t: Say<"console">): CourseStep {
  const note = [carrier, tracking].filter(Boolean).join(" · ")
  return { key: id, icon: "truck", words: t("order.course.shipped"), at: shippedAt, note }
}

function reasonOf(code: string, t: Say<"console">): string {
  const known = (["expired", "shopper", "merchant", "paid-too-late"] as const).find((reason) => reason === code)
  return known ? t(`order.reason.${known}`) : ""
}
