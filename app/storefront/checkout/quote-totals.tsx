import { useFormats, useText } from "#app/text/text.tsx"
import { Totals } from "#app/ui/totals.tsx"
import type { Quote } from "#server/domain/pricing/index.ts"

export function QuoteTotals({ quote }: { quote: Quote }) {
  const t = useText("storefront")
  const { rate: percent } = useFormats()
  const { tax, shipping, shippingMethod } = quote
  const rate = `${tax.name} ${percent(tax.basisPoints)}`
  return (
    <Totals
      caption={t("checkout.summary")}
      lines={[
        { label: t("cart.subtotal"), amount: quote.subtotal },
        ...(shipping
          ? [
              {
                label: t("cart.shipping"),
                amount: shipping.minor === 0n ? t("cart.shipping.free") : shipping,
                note: shippingMethod?.name,
              },
            ]
          : []),
        ...(tax.name ? [{ label: tax.included ? t("checkout.tax.included", { name: rate }) : rate, amount: tax.amount }] : []),
      ]}
      total={quote.total}
    />
  )
}
