import { Link } from "@remix-run/react"
import { declineKey } from "#app/storefront/payment/decline.ts"
import { useText } from "#app/text/text.tsx"
import { Countdown } from "#app/ui/countdown.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"
import { Notice } from "#app/ui/notice.tsx"
import type { CancelReason } from "#server/domain/orders/index.ts"
import type { OrderPage } from "./order.tsx"
import type { ShopperState } from "./shopper-state.ts"

interface Props extends Pick<OrderPage, "order" | "now"> {
  state: ShopperState
  onTimeUp: () => void
}

/** The one thing that a shopper wants to know now, and what may be done about it. */
export function OrderNews({ order, state, now, onTimeUp }: Props) {
  const t = useText("storefront")
  const held = (
    <p>
      {t("order.waiting.text")} <Countdown until={order.expiresAt} now={now} onOver={onTimeUp} />
    </p>
  )
  return <div aria-live="polite">{news()}</div>

  function news() {
    switch (state) {
      case "waiting":
        return (
          <Notice tone="warning" title={t("order.waiting.title")}>
            {held}
            <PayOrCancel orderId={order.id} label={t("order.pay")} />
          </Notice>
        )
      case "declined":
        return (
          <Notice tone="danger" title={t("order.declined.title")}>
            <p>{t(declineKey(order.payment?.failureCode ?? ""))}</p>
            {held}
            <PayOrCancel orderId={order.id} label={t("order.pay.again")} />
          </Notice>
        )
      case "confirming":
        return (
          <Notice title={t("order.confirming.title")}>
            <p>{t("order.confirming.text")}</p>
            <span
              aria-hidden="true"
              className="mt-3 block h-1 w-24 animate-pulse rounded-full bg-accent motion-reduce:animate-none"
            />
          </Notice>
        )
      case "paid":
        return (
          <Notice tone="success" title={t("order.paid.title")}>
            {t("order.paid.text", { email: order.email })}
          </Notice>
        )
      case "shipped":
        return (
          <Notice tone="success" title={t("order.shipped.title")}>
            <Parcels shipments={order.shipments} />
          </Notice>
        )
      case "cancelled":
        return (
          <Notice title={t("order.cancelled.title")}>
            <p>{t(`order.cancelled.${reasonOf(order.cancelReason)}`)}</p>
            <LinkButton to="/products" look="secondary" size="small" className="mt-3">
              {t("order.again")}
            </LinkButton>
          </Notice>
        )
    }
  }
}

function PayOrCancel({ orderId, label }: { orderId: string; label: string }) {
  const t = useText("storefront")
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-2">
      <LinkButton to={`/orders/${orderId}/payment`} icon="card">
        {label}
      </LinkButton>
      <Link to={`/orders/${orderId}/cancellation`} className="text-link">
        {t("order.cancel")}
      </Link>
    </div>
  )
}

function Parcels({ shipments }: { shipments: OrderPage["order"]["shipments"] }) {
  const t = useText("storefront")
  return shipments.map(({ id, carrier, tracking }) => (
    <p key={id}>
      {t("order.shipped.text", { carrier })}
      {tracking && (
        <>
          {" · "}
          {t("order.tracking")} <span className="select-all font-mono">{tracking}</span>
        </>
      )}
    </p>
  ))
}

const reasons = ["expired", "shopper", "merchant", "paid-too-late"] as const satisfies readonly CancelReason[]

function reasonOf(text: string): CancelReason {
  return reasons.find((reason) => reason === text) ?? "expired"
}
