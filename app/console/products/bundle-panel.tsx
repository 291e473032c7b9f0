import { useShopPath } from "#app/console/shop/use-shop.ts"
import { useText } from "#app/text/text.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"
import type { ProductSheet } from "#server/domain/catalog/index.ts"
import type { BundleContents } from "#server/domain/inventory/index.ts"

/** What the product's bundles are made of, and the way to make one. */
export function BundlePanel({ product, bundles }: { product: ProductSheet; bundles: readonly BundleContents[] }) {
  const t = useText("console")
  const path = useShopPath()
  const choicesOf = (id: string) => product.variants.find((variant) => variant.id === id)?.choices ?? []
  return (
    <section className="panel grid gap-3 p-4 sm:p-5">
      <h2 className="text-lg">{t("bundle.title")}</h2>
      {bundles.length === 0 && <p className="text-muted text-sm">{t("bundle.none")}</p>}
      {bundles.map(({ bundleId, parts }) => (
        <div key={bundleId} className="text-sm">
          {product.variants.length > 1 && <p className="font-medium">{choicesOf(bundleId).join(" · ")}</p>}
          <ul>
            {parts.map(({ variantId, title, choices, quantity }) => (
              <li key={variantId} className="flex gap-2 py-1">
                <span className="flex-none font-semibold tabular-nums">{quantity} ×</span>
                {[title, ...choices].join(" · ")}
              </li>
            ))}
          </ul>
        </div>
      ))}
      <LinkButton
        to={`${path("products", product.id, "bundle")}${bundles[0] ? `?variant=${bundles[0].bundleId}` : ""}`}
        look="secondary"
        icon={bundles.length > 0 ? "pencil" : "plus"}
        wide
      >
        {t(bundles.length > 0 ? "bundle.change" : "bundle.make")}
      </LinkButton>
    </section>
  )
}
