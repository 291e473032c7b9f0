import { useText } from "#app/text/text.tsx"
import { KeyValues } from "#app/ui/key-values.tsx"
import type { OrderPage } from "./order.tsx"

export function OrderDelivery({ order, country }: Pick<OrderPage, "order" | "country">) {
  const t = useText("storefront")
  const { name, line1, line2, postcode, city, region, phone } = order.address
  const lines = [
    name,
    line1,
    line2,
    [postcode, city].filter(Boolean).join(" "),
    [region, country].filter(Boolean).join(", "),
    phone,
  ]
  return (
    <section className="grid gap-3">
      <h2 className="text-xl">{t("order.delivery")}</h2>
      <KeyValues
        entries={[
          {
            label: t("order.address"),
            value: <address className="whitespace-pre-line text-end not-italic">{lines.filter(Boolean).join("\n")}</address>,
          },
          { label: t("order.method"), value: order.shippingMethod },
          { label: t("order.email"), value: order.email },
        ]}
      />
      <p className="text-muted text-sm">{t("order.keep")}</p>
    </section>
  )
}
