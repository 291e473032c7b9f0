import { useFormats, useText } from "#app/text/text.tsx"
import type { OrderPage } from "./order.tsx"

/** What went back or is about to; nothing where nothing did. */
export function OrderRefunds({ order }: Pick<OrderPage, "order">) {
  const t = useText("storefront")
  const { money, date } = useFormats()
  const told = order.refunds.filter(({ status }) => status !== "failed")
  if (told.length === 0) return null
  return (
    <section className="grid gap-3">
      <h2 className="text-xl">{t("order.refunds")}</h2>
      <ul className="panel grid divide-y divide-line px-5">
        {told.map(({ id, amount, settledAt, note }) => (
          <li key={id} className="flex flex-wrap justify-between gap-x-4 py-3">
            <span className="font-semibold tabular-nums">{money(amount)}</span>
            <span className="text-muted text-sm">
              {settledAt ? t("order.refund.done", { at: date(settledAt) }) : t("order.refund.on-its-way")}
            </span>
            {note && <span className="basis-full break-words text-sm">{note}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
