import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node"
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react"
import { tenantOf } from "#app/http/tenant-of.ts"
import { useHint } from "#app/live/use-hint.ts"
import { redirectTo } from "#app/http/redirect-to.ts"
import { shopIn, type ShopMatches, shopMeta } from "#app/storefront/shop-meta.ts"
import { useFirstError } from "#app/form/use-first-error.ts"
import { useText } from "#app/text/text.tsx"
import { textsIn } from "#app/text/texts.ts"
import { Button } from "#app/ui/button.tsx"
import { Notice } from "#app/ui/notice.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { listShippingMethods } from "#server/domain/pricing/index.ts"
import { AddressFields } from "./address-fields.tsx"
import { ContactFields } from "./contact-fields.tsx"
import { servedCountries } from "./countries.ts"
import { destinationQuery } from "./order-form.ts"
import { OrderSummary } from "./order-summary.tsx"
import { quoteFor } from "./quote-for.ts"
import { RefusedOrder } from "./refused-order.tsx"
import { ShippingFields } from "./shipping-fields.tsx"
import { submitOrder } from "./submit-order.ts"
import { useRequote } from "./use-requote.ts"

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = tenantOf(context)
  if (!context.cartId) throw redirectTo("/cart")
  const { shipping, ...place } = destinationQuery.parse(Object.fromEntries(new URL(request.url).searchParams))
  const [cart, methods] = await Promise.all([
    quoteFor(ctx, context.cartId, { ...place, shippingMethodId: shipping }),
    listShippingMethods(ctx),
  ])
  // The cart's page says what is wrong with it.
  if (!cart.orderable) throw redirectTo("/cart")
  return {
    title: textsIn(context.language).say("storefront")("checkout.title"),
    quote: cart.quote,
    countries: servedCountries(methods, context.language),
    customer: context.customer && { name: context.customer.name, email: context.customer.email },
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const outcome = await submitOrder(request, context)
  return "placed" in outcome ? redirectTo(`/orders/${outcome.placed}/payment`) : data(outcome, outcome.status)
}

export const meta: MetaFunction<typeof loader, ShopMatches> = ({ data: page, matches }) =>
  shopMeta(shopIn(matches), { title: page?.title, path: "/checkout", hidden: true })

export default function Checkout() {
  const loaded = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText("storefront")
  // Another window may have changed what is being bought.
  useHint({ topic: "cart" })
  const isPlacing = useNavigation().formAction === "/checkout"
  const form = useFirstError<HTMLFormElement>(answer)
  const { quote, isLoading, ask } = useRequote(answer?.quote ?? loaded.quote)
  const errors = answer?.errors ?? {}
  const values = answer?.values ?? {}
  return (
    <main id="content" className="page page-main">
      <PageHeader title={t("checkout.title")} />
      <Form ref={form} method="post" noValidate className="two-columns" onChange={ask}>
        <div className="grid content-start gap-9">
          {Object.keys(errors).some((field) => field !== "") && <Notice tone="danger" title={t("checkout.problem")} live />}
          <ContactFields {...{ errors, values }} customer={loaded.customer} />
          <AddressFields {...{ errors, values, quote }} countries={loaded.countries} name={loaded.customer?.name} />
          <ShippingFields quote={quote} error={errors["shippingMethodId"]} />
        </div>
        <OrderSummary quote={quote} isStale={isLoading}>
          {errors[""] && <RefusedOrder reason={errors[""]} />}
          <Button size="large" wide busy={isPlacing} disabled={quote.shippingMethods.length === 0}>
            {t(isPlacing ? "checkout.placing" : "checkout.place")}
          </Button>
          <p className="text-muted text-sm">{t("checkout.place.note")}</p>
        </OrderSummary>
      </Form>
    </main>
  )
}
