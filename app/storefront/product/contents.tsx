import { Link } from "@remix-run/react"
import { useText } from "#app/text/text.tsx"
import type { BundleContents } from "#server/domain/inventory/index.ts"

/** What a bundle holds. */
export function Contents({ bundle }: { bundle: BundleContents | undefined }) {
  const t = useText("storefront")
  if (!bundle) return null
  return (
    <section className="panel p-4 sm:p-5" aria-label={t("product.contents")}>
      <h2 className="mb-2 text-lg">{t("product.contents")}</h2>
      <ul className="divide-y divide-line">
        {bundle.parts.map(({ variantId, title, slug, choices, quantity }) => (
          <li key={variantId} className="flex items-baseline gap-3 py-2">
            <span className="min-w-8 flex-none font-semibold tabular-nums">{t("product.times", { quantity })}</span>
            <span className="min-w-0">
              {slug === null ? (
                title
              ) : (
                <Link to={`/products/${slug}`} className="text-link">
                  {title}
                </Link>
              )}
              {choices.length > 0 && <span className="block text-muted text-sm">{choices.join(" · ")}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
