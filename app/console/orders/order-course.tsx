import { useFormats, useText } from "#app/text/text.tsx"
import { Icon, type IconName } from "#app/ui/icon.tsx"
import type { OrderView } from "#server/domain/orders/index.ts"

interface Step {
  readonly key: string
  readonly icon: IconName
  readonly words: string
  readonly at: Date
  readonly note?: string
}

/** What has happened to the order, in its order. */
export function OrderCourse({ order }: { order: OrderView }) {
  const t = useText("console")
  const { dateTime } = useFormats()
  return (
    <section className="panel p-4 sm:p-5">
      <h2 className="mb-3 text-lg">{t("order.course")}</h2>
      <ol className="grid gap-3">
        {steps().map(({ key, icon, words, at, note }) => (
          <li key={key} className="flex gap-3">
            <span className="mt-0.5 flex-none text-link">
              <Icon name={icon} size={18} />
            </span>
            <span className="min-w-0 text-sm">
              <span className="block font-medium">{words}</span>
              <span className="block text-muted">{dateTime(at)}</span>
              {note && <span className="block break-words">{note}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )

  function steps(): Step[] {
    const { placedAt, paidAt, cancelledAt, cancelReason, shipments } = order
    const parcels = shipments.map(({ id, carrier, tracking, shippedAt }): Step => {
      return {
        key: id,
        icon: "truck",
        words: t("order.course.shipped"),
        at: shippedAt,
        note: [carrier, tracking].filter(Boolean).join(" · "),
      }
    })
    const course: Step[] = [
      { key: "placed", icon: "cart", words: t("order.course.placed"), at: placedAt },
      ...(paidAt ? [{ key: "paid", icon: "card", words: t("order.course.paid"), at: paidAt } as const] : []),
      ...(cancelledAt
        ? [
            {
              key: "cancelled",
              icon: "close",
              words: t("order.course.cancelled"),
              at: cancelledAt,
              note: reason(cancelReason),
            } as const,
          ]
        : []),
      ...parcels,
    ]
    return course.sort((a, b) => a.at.getTime() - b.at.getTime())
  }

  function reason(code: string): string {
    const known = (["expired", "shopper", "merchant", "paid-too-late"] as const).find((reason) => reason === code)
    return known ? t(`order.reason.${known}`) : ""
  }
}
