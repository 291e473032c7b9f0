import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useParams } from "@remix-run/react"
import { Refused } from "#app/console/form/refused.tsx"
import { shopOf } from "#app/console/shop-of.ts"
import { useShopPath } from "#app/console/shop/use-shop.ts"
import { orRefusal } from "#app/http/answer.ts"
import { wrongForm } from "#app/http/read-form.ts"
import { redirectTo } from "#app/http/redirect-to.ts"
import { cancelOrder } from "#server/domain/orders/index.ts"

export const loader = ({ params }: LoaderFunctionArgs) => redirectTo(`/shops/${params["shop"]}/orders/${params["orderId"]}`)

export async function action(args: ActionFunctionArgs) {
  const ctx = await shopOf(args)
  const orderId = args.params["orderId"] ?? ""
  const cancelled = await orRefusal(args.context, () => cancelOrder(ctx, orderId, "merchant"))
  if (!cancelled.ok) return data(wrongForm({}, cancelled.refusal.message), cancelled.refusal.status)
  return redirectTo(`/shops/${ctx.tenant.slug}/orders/${orderId}`)
}

export default function Cancellation() {
  const answer = useActionData<typeof action>()
  const { orderId = "" } = useParams()
  return <Refused errors={answer?.errors} back={useShopPath()("orders", orderId)} />
}
