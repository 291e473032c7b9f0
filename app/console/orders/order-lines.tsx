import { Link } from "@remix-run/react"
import { useShop, useShopPath } from "#app/console/shop/use-shop.ts"
import { useFormats, useText } from "#app/text/text.tsx"
import { Picture } from "#app/ui/picture.tsx"
import { Totals } from "#app/ui/totals.tsx"
import type { OrderLineView, OrderView } from "#server/domain/orders/index.ts"

/** What was ordered and how its sum comes about. */
export function OrderLines({ order }: { order: OrderView }) {
  const t = useText("console")
  const { money } = useFormats()
  return (
    <section className="panel p-4 sm:p-5">
      <h2 className="mb-3 text-lg">{t("order.lines")}</h2>
      <ul className="divide-y divide-line">
        {order.lines.map((line) => (
          <OrderLine key={line.variantId} line={line} />
        ))}
      </ul>
      <div className="mt-3 border-line border-t pt-3 sm:ms-auto sm:max-w-sm">
        <Totals
          caption={t("order.sum")}
          lines={[
            { label: t("order.subtotal"), amount: order.subtotal },
            { label: t("order.shipping"), amount: order.shipping, note: order.shippingMethod },
            ...(order.tax.amount.minor > 0n && !order.tax.included ? [{ label: order.tax.name, amount: order.tax.amount }] : []),
          ]}
          total={order.total}
          totalNote={
            order.tax.included &&
            order.tax.amount.minor > 0n &&
            t("order.tax.included", { name: order.tax.name, amount: money(order.tax.amount) })
          }
        />
      </div>
    </section>
  )
}

function OrderLine({ line }: { line: OrderLineView }) {
  const { money, number } = useFormats()
  const { tenantId } = useShop()
  const path = useShopPath()
  return (
    <li className="flex items-start gap-3 py-3">
      <span className="w-14 flex-none">
        <Picture picture={line.pictureKey ? { tenantId, key: line.pictureKey, alt: "" } : null} sizes="3.5rem" shape="square" />
      </span>
      <span className="min-w-0 flex-1">
        <Link to={path("products", line.productId)} className="font-semibold hover:underline">
          {line.title}
        </Link>
        <span className="block text-muted text-sm">{[...line.choices, line.sku].join(" · ")}</span>
      </span>
      <span className="flex-none text-end tabular-nums">
        <span className="block font-medium">{money(line.total)}</span>
        <span className="block text-muted text-sm">
          {number(line.quantity)} × {money(line.unit)}
        </span>
      </span>
    </li>
  )
}
