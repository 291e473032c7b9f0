import { useFormats, useText } from "#app/text/text.tsx"
import { Badge, type Tone } from "#app/ui/badge.tsx"
import { KeyValues } from "#app/ui/key-values.tsx"
import type { OrderView } from "#server/domain/orders/index.ts"

type Payment = NonNullable<OrderView["payment"]>

const tones: Readonly<Record<Payment["status"], Tone>> = {
  opened: "plain",
  pending: "warning",
  failed: "danger",
  cancelled: "plain",
  settled: "positive",
}

/** Who gets it, and how it is paid. */
export function OrderFacts({ order, country }: { order: OrderView; country: string }) {
  const t = useText("console")
  const { name, line1, line2, postcode, city, region, phone } = order.address
  const lines = [name, line1, line2, [postcode, city].filter(Boolean).join(" "), region, country].filter(Boolean)
  return (
    <>
      <section className="panel p-4 sm:p-5">
        <h2 className="mb-3 text-lg">{t("order.address")}</h2>
        <address className="not-italic leading-relaxed">
          {lines.map((line) => (
            <span key={line} className="block break-words">
              {line}
            </span>
          ))}
        </address>
        <p className="mt-3 break-words text-sm">
          <a className="text-link" href={`mailto:${order.email}`}>
            {order.email}
          </a>
          {phone && <span className="block text-muted">{phone}</span>}
        </p>
      </section>
      <PaymentFacts order={order} />
    </>
  )
}

function PaymentFacts({ order: { payment } }: { order: OrderView }) {
  const t = useText("console")
  const { money, dateTime } = useFormats()
  if (!payment) return null
  const { status, amount, settledAt, failureCode, id } = payment
  return (
    <section className="panel p-4 sm:p-5">
      <h2 className="mb-2 text-lg">{t("order.payment")}</h2>
      <KeyValues
        entries={[
          { label: t("order.payment.state"), value: <Badge tone={tones[status]}>{t(`payment.state.${status}`)}</Badge> },
          { label: t("order.payment.amount"), value: money(amount) },
          ...(settledAt ? [{ label: t("order.payment.settled"), value: dateTime(settledAt) }] : []),
          ...(failureCode && status !== "settled" ? [{ label: t("order.payment.failure"), value: failureCode }] : []),
          { label: t("order.payment.reference"), value: <span className="font-mono text-xs">{id}</span> },
        ]}
      />
    </section>
  )
}
