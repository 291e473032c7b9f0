import { Link, useLocation, useSearchParams } from "@remix-run/react"
import { useText } from "#app/text/text.tsx"
import { Icon } from "#app/ui/icon.tsx"
import type { SearchFacets } from "#server/ports/product-search.ts"
import { type ChosenFilter, searchAddress } from "./search-address.ts"

/** What narrows the results, each with its way out. */
export function ChosenChips({ chosen, facets }: { chosen: readonly ChosenFilter[]; facets: SearchFacets | null }) {
  const t = useText("storefront")
  const [parameters] = useSearchParams()
  const { pathname } = useLocation()
  if (chosen.length === 0) return null
  const nameOf = ({ name, value }: ChosenFilter) => {
    if (name === "category") return facets?.categories.find((facet) => facet.value === value)?.label ?? value
    if (name === "stock") return t("search.in-stock")
    if (name === "from") return `${t("search.price-from")} ${value}`
    if (name === "to") return `${t("search.price-to")} ${value}`
    if (name === "rating") return t("search.rating-least", { stars: value })
    return value.replace(":", ": ")
  }
  return (
    <ul className="mb-5 flex flex-wrap gap-2">
      {chosen.map((filter) => (
        <li key={`${filter.name}=${filter.value}`}>
          <Link
            to={searchAddress(parameters, { without: filter }, pathname)}
            className="chip"
            aria-label={t("search.remove", { name: nameOf(filter) })}
            preventScrollReset
          >
            {nameOf(filter)} <Icon name="close" size={14} />
          </Link>
        </li>
      ))}
      <li>
        <Link to={searchAddress(parameters, { without: "all" }, pathname)} className="chip" preventScrollReset>
          {t("search.clear")}
        </Link>
      </li>
    </ul>
  )
}
