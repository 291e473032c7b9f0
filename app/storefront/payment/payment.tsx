import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { Link, useLoaderData } from "@remix-run/react"
import { useCallback, useState } from "react"
import { redirectTo } from "#app/http/redirect-to.ts"
import { tenantOf } from "#app/http/tenant-of.ts"
import { useHint } from "#app/live/use-hint.ts"
import { OrderedGoods } from "#app/storefront/order/ordered-goods.tsx"
import { ownOrder } from "#app/storefront/order/own-order.ts"
import { shopIn, type ShopMatches, shopMeta } from "#app/storefront/shop-meta.ts"
import { useText } from "#app/text/text.tsx"
import { textsIn } from "#app/text/texts.ts"
import { Countdown } from "#app/ui/countdown.tsx"
import { Notice } from "#app/ui/notice.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { checkPayment } from "#server/domain/payments/index.ts"
import { PayForm } from "./pay-form.tsx"
import { useReloadWhile } from "./use-reload-while.ts"

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const order = await ownOrder({ request, params, context })
  const { payment } = order
  if (order.status !== "placed" || payment?.status === "settled") throw redirectTo(`/orders/${order.id}`)
  const asked = new URL(request.url).searchParams
  return {
    title: `${textsIn(context.language).say("storefront")("payment.title")} ${order.number}`,
    order: { ...order, payment: null },
    clientSecret: payment?.clientSecret ?? null,
    failureCode: payment?.failureCode || (asked.has("refused") ? "payment_intent_authentication_failure" : ""),
    expiresAt: order.expiresAt,
    now: tenantOf(context).clock.now(),
    returnUrl: `${context.origin}/orders/${order.id}`,
    door: context.payments,
  }
}

/** Asks the provider how the payment stands, for when its message is late. What it says goes the way of every message. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const order = await ownOrder({ request, params, context })
  try {
    if (order.status === "placed") await checkPayment(tenantOf(context), order.id)
  } catch (error) {
    // The provider's own message is still on its way: the payer need not know that asking did not work.
    context.report(error)
  }
  return { asked: true }
}

export const meta: MetaFunction<typeof loader, ShopMatches> = ({ data, matches }) =>
  shopMeta(shopIn(matches), { title: data?.title, path: `/orders/${data?.order.id ?? ""}/payment`, hidden: true })

export default function Payment() {
  const { order, clientSecret, failureCode, expiresAt, now, returnUrl, door } = useLoaderData<typeof loader>()
  const t = useText("storefront")
  useHint({ topic: "order", id: order.id, token: order.accessToken })
  const [isOver, setOver] = useState(false)
  // The word that the order is given up may be late; so is a page whose live line is down.
  const reload = useReloadWhile(clientSecret === null || isOver)
  const onOver = useCallback(() => {
    setOver(true)
    reload()
  }, [reload])
  return (
    <main id="content" className="page page-main">
      <PageHeader
        title={t("payment.title")}
        lead={
          <>
            {t("payment.held")} <Countdown until={expiresAt} now={now} onOver={onOver} onAwake={reload} />
          </>
        }
      />
      <div className="two-columns">
        <div className="grid content-start gap-5">
          {isOver && (
            <Notice tone="warning" title={t("payment.over")} live>
              {t("payment.over.text")}
            </Notice>
          )}
          {clientSecret === null ? (
            <Notice title={t("payment.preparing")} live>
              {t("payment.preparing.text")}
            </Notice>
          ) : (
            <PayForm
              key={clientSecret}
              {...{ door, clientSecret, returnUrl, failureCode }}
              orderId={order.id}
              total={order.total}
            />
          )}
          <p>
            <Link to={`/orders/${order.id}`} className="text-link">
              {t("payment.later")}
            </Link>
          </p>
        </div>
        <OrderedGoods order={order} title={t("payment.order", { number: order.number })} />
      </div>
    </main>
  )
}
