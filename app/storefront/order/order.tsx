import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { redirectTo } from "#app/http/redirect-to.ts"
import { tenantOf } from "#app/http/tenant-of.ts"
import { useHint } from "#app/live/use-hint.ts"
import { useConnection } from "#app/live/use-connection.ts"
import { shopIn, type ShopMatches, shopMeta } from "#app/storefront/shop-meta.ts"
import { useReloadWhile } from "#app/storefront/payment/use-reload-while.ts"
import { PersonalShelves } from "#app/storefront/shelves/personal-shelves.tsx"
import { useFormats, useText } from "#app/text/text.tsx"
import { textsIn } from "#app/text/texts.ts"
import { Badge } from "#app/ui/badge.tsx"
import { Notice } from "#app/ui/notice.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { countryName } from "#app/storefront/checkout/countries.ts"
import { OrderedGoods } from "./ordered-goods.tsx"
import { OrderDelivery } from "./order-delivery.tsx"
import { OrderNews } from "./order-news.tsx"
import { OrderRefunds } from "./order-refunds.tsx"
import { ownOrder } from "./own-order.ts"
import { shopperState, stateTones } from "./shopper-state.ts"
import { Timeline } from "./timeline.tsx"
import { useSettlementCheck } from "./use-settlement-check.ts"

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { payment, ...order } = await ownOrder({ request, params, context })
  const asked = new URL(request.url).searchParams
  const bank = asked.get("redirect_status")
  // The bank's answer stands in the address, and so does a secret: neither stays there.
  if (bank === "failed" && order.status === "placed") throw redirectTo(`/orders/${order.id}/payment?refused`)
  if (bank !== null) throw redirectTo(`/orders/${order.id}?confirming`)
  return {
    title: textsIn(context.language).say("storefront")("order.title", { number: order.number }),
    order: { ...order, payment: payment && { status: payment.status, failureCode: payment.failureCode } },
    country: countryName(order.address.country, context.language),
    hasPaid: asked.has("confirming"),
    isTooLate: asked.has("late"),
    now: tenantOf(context).clock.now(),
  }
}

export type OrderPage = Awaited<ReturnType<typeof loader>>

export const meta: MetaFunction<typeof loader, ShopMatches> = ({ data, matches }) =>
  shopMeta(shopIn(matches), { title: data?.title, path: `/orders/${data?.order.id ?? ""}`, hidden: true })

export default function Order() {
  const { order, country, hasPaid, isTooLate, now } = useLoaderData<typeof loader>()
  const t = useText("storefront")
  const { dateTime } = useFormats()
  useHint({ topic: "order", id: order.id, token: order.accessToken })
  const isOpen = order.status === "placed" && order.payment?.status !== "settled"
  const isPatient = useSettlementCheck(order.id, isOpen, hasPaid)
  const state = shopperState(order, hasPaid && isPatient)
  // Without the live line the page asks by itself while something is about to happen.
  const isDeaf = useConnection() === "offline"
  const reload = useReloadWhile(isDeaf && (state === "confirming" || state === "paid"))
  return (
    <main id="content" className="page page-main">
      <PageHeader
        title={t("order.title", { number: order.number })}
        lead={t("order.placed-at", { at: dateTime(order.placedAt) })}
        actions={<Badge tone={stateTones[state]}>{t(`order.state.${state}`)}</Badge>}
      />
      <div className="two-columns">
        <div className="grid content-start gap-8">
          {isTooLate && order.status !== "cancelled" && <Notice tone="warning" title={t("order.late")} live />}
          <OrderNews {...{ order, state, now }} onTimeUp={reload} />
          <OrderRefunds order={order} />
          <Timeline order={order} />
          <OrderDelivery order={order} country={country} />
        </div>
        <OrderedGoods order={order} title={t("order.lines")} />
      </div>
      {order.status !== "placed" && <PersonalShelves place="order" productIds={order.lines.map(({ productId }) => productId)} />}
    </main>
  )
}
