import { Link } from "@remix-run/react"
import { useShopPath } from "#app/console/shop/use-shop.ts"
import { useText } from "#app/text/text.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"
import { StockBadge } from "#app/ui/stock-badge.tsx"
import type { BundlePartView } from "#server/domain/inventory/index.ts"

interface Props {
  parts: readonly BundlePartView[]
  productId: string
  variantId: string
}

/** A bundle has no stock of its own: what it is made of has. */
export function PartsPanel({ parts, productId, variantId }: Props) {
  const t = useText("console")
  const path = useShopPath()
  return (
    <section className="panel mt-[var(--gap)] max-w-3xl p-4 sm:p-5">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-3">
        <h2 className="text-lg">{t("bundle.parts")}</h2>
        <LinkButton
          to={`${path("products", productId, "bundle")}?variant=${variantId}`}
          look="secondary"
          size="small"
          icon="pencil"
        >
          {t("bundle.change")}
        </LinkButton>
      </div>
      <p className="text-muted text-sm">{t("bundle.stock")}</p>
      <ul className="mt-2 divide-y divide-line">
        {parts.map(({ componentId, title, choices, sku, quantity, free }) => (
          <li key={componentId} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-3">
            <span className="min-w-0">
              <span className="me-2 font-semibold tabular-nums">{quantity} ×</span>
              <Link to={path("stock", componentId)} className="text-link">
                {[title, ...choices].join(" · ")}
              </Link>
              <span className="block font-mono text-muted text-xs">{sku}</span>
            </span>
            <StockBadge free={free} />
          </li>
        ))}
      </ul>
    </section>
  )
}
