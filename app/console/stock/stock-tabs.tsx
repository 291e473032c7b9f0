import { Link } from "@remix-run/react"
import { useShop } from "#app/console/shop/use-shop.ts"
import { useText } from "#app/text/text.tsx"
import type { LocationView } from "#server/domain/inventory/index.ts"

interface Props {
  locations: readonly LocationView[]
  isLow: boolean
  /** A location's id, or none for the whole shop. */
  at: string
  href: (view: { low: boolean; place: string }) => string
}

/** All of it, what runs low, and each place by itself where there are several. */
export function StockTabs({ locations, isLow, at, href }: Props) {
  const t = useText("console")
  const { lowStock } = useShop()
  const current = (isCurrent: boolean) => (isCurrent ? "page" : undefined)
  return (
    <nav aria-label={t("stock.views")} className="tabs mb-4">
      <Link to={href({ low: false, place: "" })} aria-current={current(!isLow && at === "")}>
        {t("stock.view.all")}
      </Link>
      <Link to={href({ low: true, place: "" })} aria-current={current(isLow)}>
        {t("stock.view.low", { count: lowStock })}
      </Link>
      {locations.length > 1 &&
        locations.map(({ id, name }) => (
          <Link key={id} to={href({ low: false, place: id })} aria-current={current(!isLow && at === id)}>
            {name}
          </Link>
        ))}
    </nav>
  )
}
