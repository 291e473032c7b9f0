import { Link } from "@remix-run/react"
import type { ReactNode } from "react"
import { declineKey } from "#app/storefront/payment/decline.ts"
import { useFormats, useText } from "#app/text/text.tsx"
import { Countdown } from "#app/ui/countdown.tsx"
import { Notice } from "#app/ui/notice.tsx"
import type { CancelReason } from "#server/domain/orders/index.ts"
import { OrderAgain } from "./order-again.tsx"
import type { OrderPage } from "./order.tsx"
import { Parcels } from "./parcels.tsx"
import { PayOrCancel } from "./pay-or-cancel.tsx"
import type { ShopperState } from "./shopper-state.ts"

interface Props extends Pick<OrderPage, "order" | "now"> {
  onTimeUp: () => void
}

/** The one thing that a shopper wants to know now, and what may be done about it. */
export function OrderNews({ state, ...props }: Props & { state: ShopperState }) {
  const News = news[state]
  return (
    <div aria-live="polite">
      <News {...props} />
    </div>
  )
}

const news: Readonly<Record<ShopperState, (props: Props) => ReactNode>> = {
  waiting: Waiting,
  declined: Declined,
  confirming: Confirming,
  paid: Paid,
  shipped: Shipped,
  cancelled: Cancelled,
  refunded: Refunded,
}

function Waiting(props: Props) {
  const t = useText("storefront")
  return (
    <Notice tone="warning" title={t("order.waiting.title")}>
      <TimeLeft {...props} />
      <PayOrCancel orderId={props.order.id} label={t("order.pay")} />
    </Notice>
  )
}

function Declined(props: Props) {
  const t = useText("storefront")
  return (
    <Notice tone="danger" title={t("order.declined.title")}>
      <p>{t(declineKey(props.order.payment?.failureCode ?? ""))}</p>
      <TimeLeft {...props} />
      <PayOrCancel orderId={props.order.id} label={t("order.pay.again")} />
    </Notice>
  )
}

function Confirming() {
  const t = useText("storefront")
  return (
    <Notice title={t("order.confirming.title")}>
      <p>{t("order.confirming.text")}</p>
      <span aria-hidden="true" className="mt-3 block h-1 w-24 animate-pulse rounded-full bg-accent motion-reduce:animate-none" />
    </Notice>
  )
}

function Paid({ order }: Props) {
  const t = useText("storefront")
  return (
    <Notice tone="success" title={t("order.paid.title")}>
      <p>{t("order.paid.text", { email: order.email })}</p>
      {order.awaited > 0 && <p>{t("order.later", { count: order.awaited })}</p>}
    </Notice>
  )
}

function Shipped({ order }: Props) {
  const t = useText("storefront")
  return (
    <Notice tone="success" title={t("order.shipped.title")}>
      <Parcels shipments={order.shipments} />
    </Notice>
  )
}

function Cancelled({ order }: Props) {
  const t = useText("storefront")
  const reason = reasonOf(order.cancelReason)
  return (
    <Notice title={t(reason === "expired" ? "order.expired.title" : "order.cancelled.title")}>
      <p>{t(`order.cancelled.${reason}`)}</p>
      <div className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-2">
        <OrderAgain orderId={order.id} />
        <Link to="/products" className="text-link">
          {t("order.again")}
        </Link>
      </div>
    </Notice>
  )
}

function Refunded({ order }: Props) {
  const t = useText("storefront")
  const { money } = useFormats()
  return <Notice title={t("order.refunded.title")}>{t("order.refunded.text", { amount: money(order.total) })}</Notice>
}

function TimeLeft({ order, now, onTimeUp }: Props) {
  const t = useText("storefront")
  return (
    <p>
      {t("order.waiting.text")} <Countdown until={order.expiresAt} now={now} onOver={onTimeUp} onAwake={onTimeUp} />
    </p>
  )
}

const reasons = ["expired", "shopper", "merchant", "paid-too-late"] as const satisfies readonly CancelReason[]

function reasonOf(text: string): CancelReason {
  return reasons.find((reason) => reason === text) ?? "expired"
}
