import { Link } from "@remix-run/react"
import { useShopPath } from "#app/console/shop/use-shop.ts"
import { useText } from "#app/text/text.tsx"
import { StockBadge } from "#app/ui/stock-badge.tsx"
import type { LowStock as LowVariant } from "#server/domain/insights/index.ts"

export function LowStock({ variants }: { variants: readonly LowVariant[] }) {
  const t = useText("console")
  const path = useShopPath()
  return (
    <section className="panel p-4 sm:p-5">
      <div className="mb-2 flex items-baseline justify-between gap-4">
        <h2 className="text-lg">{t("overview.low.title")}</h2>
        <Link className="text-link text-sm" to={`${path("stock")}?low=1`}>
          {t("overview.low.all")}
        </Link>
      </div>
      {variants.length === 0 ? (
        <p className="text-muted">{t("overview.low.none")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {variants.slice(0, 6).map(({ variantId, title, choices, free }) => (
            <li key={variantId} className="flex items-center justify-between gap-3 py-2 text-sm">
              <Link to={path("stock", variantId)} className="min-w-0 hover:underline">
                <span className="block truncate font-medium">{title}</span>
                {choices.length > 0 && <span className="block truncate text-muted">{choices.join(" · ")}</span>}
              </Link>
              <span className="flex-none">
                <StockBadge free={free} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
