import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { consoleMeta } from "#app/console/console-meta.ts"
import { managedShopOf } from "#app/console/shop-of.ts"
import { useShopPath } from "#app/console/shop/use-shop.ts"
import { orRefusal } from "#app/http/answer.ts"
import { readForm, wrongForm } from "#app/http/read-form.ts"
import { redirectTo } from "#app/http/redirect-to.ts"
import { useFormats, useText } from "#app/text/text.tsx"
import { Breadcrumb } from "#app/ui/breadcrumb.tsx"
import { Notice } from "#app/ui/notice.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { findOrder, refundOrder } from "#server/domain/orders/index.ts"
import { newId } from "#server/kernel/ids.ts"
import { money } from "#server/kernel/money.ts"
import { isRefundable } from "./order-refunds.tsx"
import { RefundForm } from "./refund-form.tsx"
import { refundForm } from "./refund-fields.ts"

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await managedShopOf(args)
  return { order: await findOrder(ctx, args.params["orderId"] ?? "", { staff: true }), key: newId("refund") }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await managedShopOf(args)
  const orderId = args.params["orderId"] ?? ""
  const sent = await readForm(args, refundForm(ctx.tenant.currency))
  if (!sent.ok) return data(sent, 422)
  const refunded = await orRefusal(args.context, () => refundOrder(ctx, orderId, sent.value))
  if (!refunded.ok) return data(wrongForm(sent.value.typed, refunded.refusal.message), refunded.refusal.status)
  return redirectTo(`/shops/${ctx.tenant.slug}/orders/${orderId}`)
}

export const meta: MetaFunction = ({ matches }) => consoleMeta(matches, "title.order")

export default function Refunds() {
  const { order, key } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText("console")
  const formats = useFormats()
  const path = useShopPath()
  const { payment, number } = order
  const isOpen = isRefundable(order) && payment !== null
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t("orders.title"), href: path("orders") },
          { label: t("order.number", { number }), href: path("orders", order.id) },
          { label: t("refund.open") },
        ]}
      />
      <PageHeader
        title={t("refund.title", { number })}
        lead={
          isOpen &&
          t("refund.lead", {
            rest: formats.money(money(payment.amount.minor - payment.refunded.minor, payment.amount.currency)),
            amount: formats.money(payment.amount),
          })
        }
      />
      {isOpen ? <RefundForm order={order} formKey={key} answer={answer} /> : <Notice title={t("refund.nothing")} />}
    </>
  )
}
