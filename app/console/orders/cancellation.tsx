import { type ActionFunctionArgs, data, type MetaFunction } from "@remix-run/node"
import { Form, useActionData, useParams } from "@remix-run/react"
import { consoleMeta } from "#app/console/console-meta.ts"
import { FormProblem } from "#app/form/form-problem.tsx"
import { shopOf } from "#app/console/shop-of.ts"
import { useShopPath } from "#app/console/shop/use-shop.ts"
import { orRefusal } from "#app/http/answer.ts"
import { wrongForm } from "#app/http/read-form.ts"
import { redirectTo } from "#app/http/redirect-to.ts"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"
import { cancelOrder } from "#server/domain/orders/index.ts"
import { knownOrder } from "./known-order.ts"

export const loader = knownOrder

export async function action(args: ActionFunctionArgs) {
  const ctx = await shopOf(args)
  const orderId = args.params["orderId"] ?? ""
  const cancelled = await orRefusal(args.context, () => cancelOrder(ctx, orderId, "merchant"))
  if (!cancelled.ok) return data(wrongForm({}, cancelled.refusal.message), cancelled.refusal.status)
  return redirectTo(`/shops/${ctx.tenant.slug}/orders/${orderId}`)
}

export const meta: MetaFunction = ({ matches }) => consoleMeta(matches, "title.order")

/** For those without scripts: asks once more, and says why not. */
export default function Cancellation() {
  const answer = useActionData<typeof action>()
  const { orderId = "" } = useParams()
  const t = useText("console")
  const order = useShopPath()("orders", orderId)
  return (
    <section className="panel grid max-w-xl gap-4 p-5">
      <h1 className="text-xl">{t("cancel.title")}</h1>
      <p className="text-muted">{t("cancel.text")}</p>
      <FormProblem errors={answer?.errors} />
      <Form method="post" className="flex flex-wrap justify-end gap-2">
        <LinkButton to={order} look="quiet">
          {t("cancel.keep")}
        </LinkButton>
        <Button look="danger">{t("cancel.do")}</Button>
      </Form>
    </section>
  )
}
