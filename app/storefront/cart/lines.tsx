import { type ActionFunctionArgs, data, type MetaFunction } from "@remix-run/node"
import { useActionData } from "@remix-run/react"
import { z } from "zod"
import { orRefusal } from "#app/http/answer.ts"
import { readForm } from "#app/http/read-form.ts"
import { localPath, redirectTo } from "#app/http/redirect-to.ts"
import { tenantOf } from "#app/http/tenant-of.ts"
import { shopIn, type ShopMatches, shopMeta } from "#app/storefront/shop-meta.ts"
import { useText } from "#app/text/text.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"
import { Notice } from "#app/ui/notice.tsx"
import { addToCart, mostOfOne } from "#server/domain/carts/index.ts"
import { isPageVisit } from "./is-page-visit.ts"
import { wholeNumber } from "#server/messages/whole-number.ts"

const line = z.object({
  variantId: z.string().max(64),
  quantity: wholeNumber(1, mostOfOne).default(1),
  /** Where a shopper without scripts goes back to when it did not work. */
  returnTo: z.string().max(500).optional(),
})

/** Puts pieces into the cart: a script gets the outcome, a page visit goes on to the cart. */
export async function action({ request, context }: ActionFunctionArgs) {
  const sent = await readForm({ request, context }, line)
  if (!sent.ok) {
    const returnTo = localPath(String(sent.values["returnTo"] ?? "")) ?? "/cart"
    return data({ ok: false, count: 0, message: Object.values(sent.errors)[0] ?? "", returnTo }, 422)
  }
  const { returnTo: asked, ...change } = sent.value
  const returnTo = localPath(asked) ?? "/cart"
  const result = await orRefusal(context, () => addToCart(tenantOf(context), context.keepCart(), change))
  if (!result.ok) return data({ ok: false, count: 0, message: result.refusal.message, returnTo }, result.refusal.status)
  return isPageVisit(request) ? redirectTo("/cart") : { ok: true, count: result.value.count, message: "", returnTo }
}

export const meta: MetaFunction<unknown, ShopMatches> = ({ matches }) =>
  shopMeta(shopIn(matches), { path: "/cart", hidden: true })

/** Only for page visits without scripts, when the answer was no. */
export default function Refused() {
  const answer = useActionData<typeof action>()
  const t = useText("storefront")
  return (
    <main id="content" className="page page-narrow page-main grid content-start justify-items-start gap-5">
      <h1>{t(answer ? "cart.refused.title" : "cart.title")}</h1>
      {answer && <Notice tone="danger" title={answer.message} />}
      <LinkButton to={answer?.returnTo ?? "/cart"}>{t(answer ? "cart.back" : "checkout.to-cart")}</LinkButton>
    </main>
  )
}
