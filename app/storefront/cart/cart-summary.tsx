import { useFormats, useText } from "#app/text/text.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"
import { Totals } from "#app/ui/totals.tsx"
import type { CartView } from "#server/domain/carts/index.ts"
import type { ShippingChoice } from "#server/domain/pricing/index.ts"

export function CartSummary({ cart, country }: { cart: CartView; country: string }) {
  const t = useText("storefront")
  const { money, rate: percent } = useFormats()
  const { quote } = cart
  const { tax } = quote
  const rate = `${tax.name} ${percent(tax.basisPoints)}`
  return (
    <section aria-label={t("cart.summary")} className="panel stays grid gap-4 p-5 sm:p-6">
      <h2 className="text-xl">{t("cart.summary")}</h2>
      <Totals
        caption={t("cart.summary")}
        lines={[
          { label: t("cart.subtotal"), amount: quote.subtotal },
          { label: t("cart.shipping"), amount: shippingWords(cheapest(quote.shippingMethods)) },
          ...(tax.name
            ? [{ label: t(tax.included ? "cart.tax.included" : "cart.tax.extra", { name: rate }), amount: tax.amount }]
            : []),
        ]}
        total={quote.total}
        totalLabel={t("cart.total")}
      />
      <p className="text-muted text-sm">{t("cart.estimate", { country })}</p>
      {cart.orderable ? (
        <LinkButton to="/checkout" size="large" wide icon="lock" prefetch="intent">
          {t("cart.checkout")}
        </LinkButton>
      ) : (
        <p className="font-medium text-danger">{t("cart.blocked")}</p>
      )}
      <p className="text-muted text-sm">{t("cart.secure")}</p>
    </section>
  )

  function shippingWords(method: ShippingChoice | undefined): string {
    if (!method) return t("cart.shipping.later")
    return method.price.minor === 0n ? t("cart.shipping.free") : t("cart.shipping.from", { price: money(method.price) })
  }
}

function cheapest(methods: readonly ShippingChoice[]): ShippingChoice | undefined {
  return methods.reduce<ShippingChoice | undefined>(
    (least, method) => (least && least.price.minor <= method.price.minor ? least : method),
    undefined,
  )
}
