import { useText } from "#app/text/text.tsx"
import { KeyValues } from "#app/ui/key-values.tsx"
import { addressLines } from "./address-lines.ts"
import type { OrderPage } from "./order.tsx"

export function OrderDelivery({ order, country }: Pick<OrderPage, "order" | "country">) {
  const t = useText("storefront")
  const lines = addressLines(order.address, country)
  return (
    <section className="grid gap-3">
      <h2 className="text-xl">{t("order.delivery")}</h2>
      <KeyValues
        entries={[
          {
            label: t("order.address"),
            value: <address className="whitespace-pre-line text-end not-italic">{lines.join("\n")}</address>,
          },
          { label: t("order.method"), value: order.shippingMethod },
          { label: t("order.email"), value: order.email },
        ]}
      />
      <p className="text-sm">
        <a href={`/orders/${order.id}?token=${order.accessToken}`} className="text-link">
          {t("order.link")}
        </a>{" "}
        <span className="text-muted">{t("order.keep")}</span>
      </p>
    </section>
  )
}
