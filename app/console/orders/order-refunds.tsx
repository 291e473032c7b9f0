import { useFormats, useText } from "#app/text/text.tsx"
import { Badge, type Tone } from "#app/ui/badge.tsx"
import type { OrderView } from "#server/domain/orders/index.ts"
import { money } from "#server/kernel/money.ts"

type Refund = OrderView["refunds"][number]

const tones: Readonly<Record<Refund["status"], Tone>> = {
  requested: "warning",
  pending: "warning",
  succeeded: "positive",
  failed: "danger",
}

/** Paid, and not all of it has gone back. */
export function isRefundable({ status, payment }: OrderView): boolean {
  return (status === "paid" || status === "shipped") && payment !== null && payment.refunded.minor < payment.amount.minor
}

/** What went back, how far it is, and what is left. */
export function OrderRefunds({ order: { refunds, payment } }: { order: OrderView }) {
  const t = useText("console")
  const formats = useFormats()
  if (refunds.length === 0 || !payment) return null
  const rest = money(payment.amount.minor - payment.refunded.minor, payment.amount.currency)
  return (
    <section className="panel p-4 sm:p-5">
      <h2 className="mb-3 text-lg">{t("refunds.title")}</h2>
      <ul className="grid gap-3 text-sm">
        {refunds.map((refund) => (
          <RefundItem key={refund.id} refund={refund} />
        ))}
      </ul>
      <p className="mt-3 flex justify-between border-line border-t pt-3 text-sm">
        <span className="text-muted">{t("refunds.rest")}</span>
        <span className="tabular-nums">{formats.money(rest)}</span>
      </p>
    </section>
  )
}

function RefundItem({ refund: { status, reason, amount, note, failureCode, requestedAt, settledAt } }: { refund: Refund }) {
  const t = useText("console")
  const { money, dateTime } = useFormats()
  return (
    <li className="grid gap-1">
      <span className="flex items-center justify-between gap-3">
        <span className="font-medium tabular-nums">{money(amount)}</span>
        <Badge tone={tones[status]}>{t(`refund.state.${status}`)}</Badge>
      </span>
      <span className="text-muted">
        {dateTime(settledAt ?? requestedAt)} · {t(`refund.reason.${reason}`)}
      </span>
      {note && <span className="break-words">{note}</span>}
      {status === "failed" && <span className="font-mono text-xs">{failureCode}</span>}
    </li>
  )
}
