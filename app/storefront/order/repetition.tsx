import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node"
import { useActionData, useParams } from "@remix-run/react"
import { orRefusal } from "#app/http/answer.ts"
import { redirectTo } from "#app/http/redirect-to.ts"
import { tenantOf } from "#app/http/tenant-of.ts"
import { shopIn, type ShopMatches, shopMeta } from "#app/storefront/shop-meta.ts"
import { useText } from "#app/text/text.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"
import { Notice } from "#app/ui/notice.tsx"
import { addToCart } from "#server/domain/carts/index.ts"
import { isRefusal } from "#server/messages/refusals.ts"
import { OrderAgain } from "./order-again.tsx"
import { ownOrder } from "./own-order.ts"

export async function loader(args: LoaderFunctionArgs) {
  await ownOrder(args)
  return null
}

/** The goods of an order, once more into the cart. What is sold no longer stays out; only when that is all of it, the answer is no. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { lines } = await ownOrder({ request, params, context })
  const [ctx, cartId] = [tenantOf(context), context.keepCart()]
  const tried = await orRefusal(context, async () => {
    const noes: unknown[] = []
    for (const { variantId, quantity } of lines) {
      try {
        await addToCart(ctx, cartId, { variantId, quantity })
      } catch (error) {
        if (!isRefusal(error)) throw error
        noes.push(error)
      }
    }
    if (noes.length === lines.length) throw noes[0]
  })
  return tried.ok ? redirectTo("/cart") : data({ message: tried.refusal.message }, tried.refusal.status)
}

export const meta: MetaFunction<typeof loader, ShopMatches> = ({ matches }) =>
  shopMeta(shopIn(matches), { path: "/cart", hidden: true })

/** Only for when nothing of the order is sold any more, or somebody comes by the address. */
export default function Repetition() {
  const answer = useActionData<typeof action>()
  const { orderId = "" } = useParams()
  const t = useText("storefront")
  return (
    <main id="content" className="page page-narrow page-main grid content-start justify-items-start gap-5">
      <h1>{t(answer ? "cart.refused.title" : "order.repeat")}</h1>
      {answer ? <Notice tone="danger" title={answer.message} /> : <OrderAgain orderId={orderId} />}
      <LinkButton to="/products" look="secondary">
        {t("cart.browse")}
      </LinkButton>
    </main>
  )
}
