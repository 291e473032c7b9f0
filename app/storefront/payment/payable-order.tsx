import { GoodsLine } from "#app/storefront/cart/goods-line.tsx"
import { useShop } from "#app/storefront/layout.tsx"
import { shopPicture } from "#app/storefront/shop-card.ts"
import { useFormats, useText } from "#app/text/text.tsx"
import { Totals } from "#app/ui/totals.tsx"
import type { OrderView } from "#server/domain/orders/index.ts"

export function PayableOrder({ order }: { order: Pick<OrderView, "number" | "lines" | "total"> }) {
  const t = useText("storefront")
  const { money } = useFormats()
  const { tenantId } = useShop()
  return (
    <section aria-label={t("payment.order", { number: order.number })} className="panel stays grid gap-5 p-5 sm:p-6">
      <h2 className="text-xl">{t("payment.order", { number: order.number })}</h2>
      <ul className="grid gap-4">
        {order.lines.map(({ variantId, title, choices, pictureKey, quantity, unit, total }) => (
          <li key={variantId}>
            <GoodsLine
              small
              {...{ title, choices }}
              picture={shopPicture(tenantId, pictureKey ? { key: pictureKey, alt: "" } : null)}
              aside={money(total)}
            >
              <p className="text-muted text-sm">{t("order.times", { quantity, price: money(unit) })}</p>
            </GoodsLine>
          </li>
        ))}
      </ul>
      <Totals caption={t("checkout.summary")} lines={[]} total={order.total} />
    </section>
  )
}
