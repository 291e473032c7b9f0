import { useLocation, useSearchParams } from "@remix-run/react"
import { useLive } from "#app/live/use-hint.ts"
import { useShop } from "#app/storefront/layout.tsx"
import { shopCard } from "#app/storefront/shop-card.ts"
import { useText } from "#app/text/text.tsx"
import { EmptyState } from "#app/ui/empty-state.tsx"
import { Pagination } from "#app/ui/pagination.tsx"
import { ProductGrid } from "#app/ui/product-grid.tsx"
import type { SearchResult } from "#server/domain/search/index.ts"
import { ChosenChips } from "./chosen-chips.tsx"
import { FilterFrame } from "./filter-frame.tsx"
import type { PriceHint } from "./find-goods.ts"
import { FoundSort } from "./found-sort.tsx"
import { type ChosenFilter, searchAddress } from "./search-address.ts"
import { sendClick } from "./send-click.ts"

interface Props {
  query: string
  found: SearchResult
  price: PriceHint | null
  chosen: readonly ChosenFilter[]
  /** The page is of one category. */
  isShelf?: boolean
}

/** What was found, with the filters that narrow it. */
export function FoundList({ query, found, price, chosen, isShelf = false }: Props) {
  const t = useText("storefront")
  const { tenantId } = useShop()
  const { pathname } = useLocation()
  const [parameters] = useSearchParams()
  useLive({ topic: "shop" })
  const sort = parameters.get("sort") ?? ""
  const form = found.facets ? { facets: found.facets, chosen, words: query, sort, price, isShelf } : undefined
  return (
    <FilterFrame
      form={form}
      chosen={chosen.length}
      plain="#filters"
      sort={<FoundSort {...{ query, chosen }} sort={found.sort} />}
    >
      <ChosenChips chosen={chosen} facets={found.facets} />
      {found.total === 0 ? (
        <EmptyState icon="search" title={t("search.none-filtered")}>
          {t("search.none-text")}
        </EmptyState>
      ) : (
        <div onClickCapture={(event) => sendClick(event, query, found.products)}>
          <ProductGrid
            roomy
            eager={3}
            products={found.products.map((product) => ({ ...shopCard(tenantId, product), marks: product.marks }))}
          />
        </div>
      )}
      <Pagination page={found.page} pages={found.pages} href={(page) => searchAddress(parameters, { page }, pathname)} />
    </FilterFrame>
  )
}
