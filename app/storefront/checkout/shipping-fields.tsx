import { useFormats, useText } from "#app/text/text.tsx"
import { ChoiceList } from "#app/ui/choice-list.tsx"
import { Notice } from "#app/ui/notice.tsx"
import type { Quote, ShippingChoice } from "#server/domain/pricing/index.ts"

/** The ways of shipping that serve the country, with what this cart pays for each. */
export function ShippingFields({ quote, error }: { quote: Quote; error: string | undefined }) {
  const t = useText("storefront")
  const { money } = useFormats()
  const { shippingMethods } = quote
  if (shippingMethods.length === 0) return <Notice tone="warning" title={t("checkout.shipping.none")} live />
  return (
    <ChoiceList
      // Other methods, another choice: the one before is not among them.
      key={shippingMethods.map(({ id }) => id).join()}
      legend={<h2 className="text-xl">{t("checkout.shipping")}</h2>}
      name="shippingMethodId"
      defaultValue={quote.shippingMethod?.id}
      error={error}
      choices={shippingMethods.map((method) => ({
        value: method.id,
        label: method.name,
        note: duration(method),
        aside: <span className="tabular-nums">{method.price.minor === 0n ? t("cart.shipping.free") : money(method.price)}</span>,
      }))}
    />
  )

  function duration({ minDays, maxDays }: ShippingChoice): string {
    return minDays === maxDays
      ? t("checkout.shipping.days", { count: maxDays })
      : t("checkout.shipping.range", { from: minDays, to: maxDays })
  }
}
