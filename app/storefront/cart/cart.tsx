import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { z } from "zod"
import { orRefusal } from "#app/http/answer.ts"
import { readForm } from "#app/http/read-form.ts"
import { redirectTo } from "#app/http/redirect-to.ts"
import { tenantOf } from "#app/http/tenant-of.ts"
import { useHint } from "#app/live/use-hint.ts"
import { useStockChange } from "#app/live/use-stock-change.ts"
import { countryName } from "#app/storefront/checkout/countries.ts"
import { shopIn, type ShopMatches, shopMeta } from "#app/storefront/shop-meta.ts"
import { PersonalShelves } from "#app/storefront/shelves/personal-shelves.tsx"
import { useText } from "#app/text/text.tsx"
import { textsIn } from "#app/text/texts.ts"
import { EmptyState } from "#app/ui/empty-state.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"
import { Notice } from "#app/ui/notice.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { mostLines, mostOfOne, setQuantity, viewCart } from "#server/domain/carts/index.ts"
import { CartLine } from "./cart-line.tsx"
import { CartSummary } from "./cart-summary.tsx"
import { isPageVisit } from "./is-page-visit.ts"
import { MissingLines } from "./missing-lines.tsx"
import { wholeNumber } from "#server/messages/whole-number.ts"

export async function loader({ context }: LoaderFunctionArgs) {
  const cart = context.cartId ? await viewCart(tenantOf(context), context.cartId) : null
  const title = textsIn(context.language).say("storefront")("cart.title")
  const isEmpty = !cart || cart.quote.lines.length + cart.quote.missing.length === 0
  return isEmpty
    ? { title, cart: null, country: "" }
    : { title, cart, country: countryName(cart.quote.country, context.language) }
}

const change = z.object({
  variantId: z.array(z.string().max(64)).min(1).max(mostLines),
  quantity: wholeNumber(0, mostOfOne),
})

/** Sets quantities; 0 takes out. Saying it twice changes nothing. */
export async function action({ request, context }: ActionFunctionArgs) {
  const sent = await readForm({ request, context }, change)
  if (!sent.ok) return data({ ok: false, message: Object.values(sent.errors)[0] ?? "" }, 422)
  const { cartId } = context
  const { variantId: variantIds, quantity } = sent.value
  const result = await orRefusal(context, async () => {
    for (const variantId of cartId ? variantIds : []) await setQuantity(tenantOf(context), cartId ?? "", { variantId, quantity })
  })
  if (!result.ok) return data({ ok: false, message: result.refusal.message }, result.refusal.status)
  return isPageVisit(request) ? redirectTo("/cart") : { ok: true, message: "" }
}

export const meta: MetaFunction<typeof loader, ShopMatches> = ({ data: page, matches }) =>
  shopMeta(shopIn(matches), { title: page?.title, path: "/cart", hidden: true })

export default function Cart() {
  const { cart, country } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText("storefront")
  useHint({ topic: "cart" })
  useStockChange(cart?.quote.lines ?? [])
  if (!cart) {
    return (
      <main id="content" className="page page-main">
        <h1 className="sr-only">{t("cart.title")}</h1>
        <EmptyState icon="cart" title={t("cart.empty.title")} action={<LinkButton to="/products">{t("cart.browse")}</LinkButton>}>
          {t("cart.empty.text")}
        </EmptyState>
      </main>
    )
  }
  const { quote } = cart
  return (
    <main id="content" className="page page-main">
      <PageHeader title={t("cart.title")} lead={t("cart.lead", { count: cart.count })} />
      <div className="two-columns">
        <div className="grid content-start gap-4">
          {answer && !answer.ok && <Notice tone="danger" title={answer.message} live />}
          {quote.missing.length > 0 && <MissingLines variantIds={quote.missing} />}
          <ul aria-label={t("cart.lines")} className="grid">
            {quote.lines.map((line) => (
              <CartLine key={line.variantId} line={line} />
            ))}
          </ul>
        </div>
        <CartSummary cart={cart} country={country} />
      </div>
      <PersonalShelves place="cart" productIds={quote.lines.map(({ productId }) => productId)} />
    </main>
  )
}
