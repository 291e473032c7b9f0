import { Link } from "@remix-run/react"
import type { ReactNode } from "react"
import { GoodsLine } from "#app/storefront/cart/goods-line.tsx"
import { useShop } from "#app/storefront/layout.tsx"
import { pictureOf } from "#app/ui/picture-source.ts"
import { useFormats, useText } from "#app/text/text.tsx"
import type { Quote } from "#server/domain/pricing/index.ts"
import { QuoteTotals } from "./quote-totals.tsx"

interface Props {
  quote: Quote
  /** Newer prices are on their way. */
  isStale: boolean
  children: ReactNode
}

export function OrderSummary({ quote, isStale, children }: Props) {
  const t = useText("storefront")
  const { money } = useFormats()
  const { tenantId } = useShop()
  return (
    <section aria-label={t("checkout.summary")} className="panel stays grid gap-5 p-5 sm:p-6" aria-busy={isStale}>
      <div className="flex items-baseline justify-between gap-4">
        <h2 className="text-xl">{t("checkout.summary")}</h2>
        <Link to="/cart" className="text-link text-sm">
          {t("checkout.change")}
        </Link>
      </div>
      <ul className="grid gap-4">
        {quote.lines.map((line) => (
          <li key={line.variantId}>
            <GoodsLine
              small
              title={line.title}
              choices={line.choices}
              picture={pictureOf(tenantId, line.picture)}
              aside={money(line.total)}
            >
              <p className="text-muted text-sm">{t("order.times", { quantity: line.quantity, price: money(line.unit) })}</p>
              {line.later > 0 && (
                <p className="font-medium text-muted text-sm">
                  {line.later < line.quantity ? t("cart.later.some", { count: line.later }) : t("cart.later.all")}
                </p>
              )}
            </GoodsLine>
          </li>
        ))}
      </ul>
      <QuoteTotals quote={quote} />
      {children}
    </section>
  )
}
