import { NavLink } from "@remix-run/react"
import { useText } from "#app/text/text.tsx"
import type { CategoryView } from "#server/domain/catalog/index.ts"

/** The shop's shelves, those with something on them. */
export function CategoryLinks({ categories }: { categories: readonly CategoryView[] }) {
  const t = useText("storefront")
  const filled = categories.filter(({ productCount }) => productCount > 0)
  if (filled.length < 2) return null
  return (
    <nav aria-label={t("list.categories")} className="chips">
      {filled.map(({ slug, name, productCount }) => (
        <NavLink key={slug} to={`/categories/${slug}`} prefetch="intent" className="chip">
          {name} <span className="text-muted">{productCount}</span>
        </NavLink>
      ))}
    </nav>
  )
}
