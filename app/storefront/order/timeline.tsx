import { useFormats, useText } from "#app/text/text.tsx"
import { classes } from "#app/ui/classes.ts"
import { Icon, type IconName } from "#app/ui/icon.tsx"
import type { OrderPage } from "./order.tsx"

interface Step {
  readonly kind: "placed" | "paid" | "shipped" | "cancelled" | "refunded"
  readonly icon: IconName
  readonly at: Date | null
}

/** Ordered, paid, shipped: what has happened and when, and what comes next. */
export function Timeline({ order }: Pick<OrderPage, "order">) {
  const t = useText("storefront")
  return (
    <section className="grid gap-4">
      <h2 className="text-xl">{t("order.progress")}</h2>
      <ol className="grid">
        {stepsOf(order).map((step, index, steps) => (
          <TimelineStep key={step.kind} step={step} next={steps[index + 1]} />
        ))}
      </ol>
    </section>
  )
}

function TimelineStep({ step: { kind, icon, at }, next }: { step: Step; next: Step | undefined }) {
  const t = useText("storefront")
  const { dateTime } = useFormats()
  const line = classes("-translate-x-1/2 absolute top-10 bottom-0 left-5 w-0.5", next?.at ? "bg-accent" : "bg-line")
  const mark = at ? "bg-accent text-accent-ink" : "border border-edge border-dashed text-muted"
  return (
    <li className="relative flex gap-4 pb-6 last:pb-0" aria-current={at && !next?.at ? "step" : undefined}>
      {next && <span aria-hidden="true" className={line} />}
      <span className={classes("grid size-10 flex-none place-items-center rounded-full", mark)}>
        <Icon name={icon} />
      </span>
      <span className="grid content-center">
        <span className={at ? "font-semibold" : "text-muted"}>{t(`order.step.${kind}`)}</span>
        <span className="text-muted text-sm">
          {at ? <time dateTime={at.toISOString()}>{dateTime(at)}</time> : t("order.step.next")}
        </span>
      </span>
    </li>
  )
}

function stepsOf({ status, placedAt, paidAt, shippedAt, cancelledAt, refunds }: OrderPage["order"]): Step[] {
  const placed = { kind: "placed", icon: "box", at: placedAt } as const
  if (status === "cancelled") return [placed, { kind: "cancelled", icon: "close", at: cancelledAt }]
  const paid = { kind: "paid", icon: "card", at: paidAt } as const
  const shipped = { kind: "shipped", icon: "truck", at: shippedAt } as const
  if (status !== "refunded") return [placed, paid, shipped]
  return [
    placed,
    paid,
    ...(shippedAt ? [shipped] : []),
    { kind: "refunded", icon: "card", at: refunds.at(-1)?.settledAt ?? null },
  ]
}
