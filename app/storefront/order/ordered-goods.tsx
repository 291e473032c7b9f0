import { GoodsLine } from "#app/storefront/cart/goods-line.tsx"
import { useShop } from "#app/storefront/layout.tsx"
import { pictureOf } from "#app/ui/picture-source.ts"
import { useFormats, useText } from "#app/text/text.tsx"
import { Totals } from "#app/ui/totals.tsx"
import type { OrderView } from "#server/domain/orders/index.ts"

type Bought = Pick<OrderView, "lines" | "subtotal" | "shipping" | "shippingMethod" | "tax" | "total">

/** As it was bought: names, prices and tax of that day. */
export function OrderedGoods({ order, title }: { order: Bought; title: string }) {
  const t = useText("storefront")
  const { money } = useFormats()
  const { tenantId } = useShop()
  const { lines, subtotal, shipping, shippingMethod, tax, total } = order
  return (
    <section className="panel stays grid gap-5 p-5 sm:p-6">
      <h2 className="text-xl">{title}</h2>
      <ul className="grid gap-4">
        {lines.map((line) => (
          <li key={line.variantId}>
            <GoodsLine
              small
              title={line.title}
              choices={line.choices}
              picture={pictureOf(tenantId, line.pictureKey ? { key: line.pictureKey, alt: "" } : null)}
              aside={money(line.total)}
            >
              <p className="text-muted text-sm">{t("order.times", { quantity: line.quantity, price: money(line.unit) })}</p>
            </GoodsLine>
          </li>
        ))}
      </ul>
      <Totals
        caption={title}
        lines={[
          { label: t("cart.subtotal"), amount: subtotal },
          { label: t("cart.shipping"), amount: shipping.minor === 0n ? t("cart.shipping.free") : shipping, note: shippingMethod },
          ...(tax.name
            ? [{ label: tax.included ? t("checkout.tax.included", { name: tax.name }) : tax.name, amount: tax.amount }]
            : []),
        ]}
        total={total}
      />
    </section>
  )
}
