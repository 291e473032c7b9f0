import { type ActionFunctionArgs, data, type MetaFunction } from "@remix-run/node"
import { useActionData, useParams } from "@remix-run/react"
import { z } from "zod"
import { consoleMeta } from "#app/console/console-meta.ts"
import { shopOf } from "#app/console/shop-of.ts"
import { useShopPath } from "#app/console/shop/use-shop.ts"
import { orRefusal } from "#app/http/answer.ts"
import { readForm, wrongForm } from "#app/http/read-form.ts"
import { redirectTo } from "#app/http/redirect-to.ts"
import { useText } from "#app/text/text.tsx"
import { Breadcrumb } from "#app/ui/breadcrumb.tsx"
import { shipOrder } from "#server/domain/orders/index.ts"
import { knownOrder } from "./known-order.ts"
import { ShipForm } from "./ship-form.tsx"

const parcel = z.object({ carrier: z.string().trim().min(1).max(60), tracking: z.string().trim().max(80).default("") })

export const loader = knownOrder

export async function action(args: ActionFunctionArgs) {
  const ctx = await shopOf(args)
  const orderId = args.params["orderId"] ?? ""
  const sent = await readForm(args, parcel)
  if (!sent.ok) return data(sent, 422)
  const shipped = await orRefusal(args.context, () => shipOrder(ctx, orderId, sent.value))
  if (!shipped.ok) return data(wrongForm(sent.value, shipped.refusal.message), shipped.refusal.status)
  return redirectTo(`/shops/${ctx.tenant.slug}/orders/${orderId}`)
}

export const meta: MetaFunction = ({ matches }) => consoleMeta(matches, "title.order")

/** For those without scripts: the form on a page of its own, where it can say what was wrong. */
export default function Shipment() {
  const answer = useActionData<typeof action>()
  const { orderId = "" } = useParams()
  const t = useText("console")
  const path = useShopPath()
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t("orders.title"), href: path("orders") },
          { label: t("title.order"), href: path("orders", orderId) },
          { label: t("ship.title") },
        ]}
      />
      <h1 className="sr-only">{t("ship.title")}</h1>
      <ShipForm orderId={orderId} answer={answer} />
    </>
  )
}
