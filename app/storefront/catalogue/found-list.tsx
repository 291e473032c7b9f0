import { useSearchParams } from "@remix-run/react"
import { useLive } from "#app/live/use-hint.ts"
import { useShop } from "#app/storefront/layout.tsx"
import { shopCard } from "#app/storefront/shop-card.ts"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Dialog } from "#app/ui/dialog.tsx"
import { EmptyState } from "#app/ui/empty-state.tsx"
import { Pagination } from "#app/ui/pagination.tsx"
import { ProductGrid } from "#app/ui/product-grid.tsx"
import type { SearchResult } from "#server/domain/search/index.ts"
import { ChosenChips } from "./chosen-chips.tsx"
import { FilterForm } from "./filter-form.tsx"
import { FoundSort } from "./found-sort.tsx"
import { type ChosenFilter, searchAddress } from "./search-address.ts"
import { sendClick } from "./send-click.ts"

interface Props {
  query: string
  found: SearchResult
  price: { readonly least: string; readonly most: string } | null
  chosen: readonly ChosenFilter[]
}

/** Results with their filters: beside them where there is room, in a dialog on phones. */
export function FoundList({ query, found, price, chosen }: Props) {
  const t = useText("storefront")
  const { tenantId } = useShop()
  const [parameters] = useSearchParams()
  useLive({ topic: "shop" })
  const form = found.facets && { facets: found.facets, chosen, words: query, sort: parameters.get("sort") ?? "", price }
  const open = chosen.length > 0 ? t("search.filters-chosen", { count: chosen.length }) : t("search.filters")
  return (
    <div className="found">
      <aside id="filters" className="found-filters" aria-label={t("search.filters")}>
        {form && <FilterForm {...form} isPrompt />}
      </aside>
      <div>
        <div className="mb-5 flex flex-wrap items-end justify-between gap-3">
          <div className="found-open">
            {form && (
              <Dialog
                title={t("search.filters")}
                trigger={(show) => (
                  <Button type="button" look="secondary" onClick={show}>
                    {open}
                  </Button>
                )}
              >
                {() => <FilterForm {...form} />}
              </Dialog>
            )}
            <noscript>
              <a href="#filters">{t("search.filters")}</a>
            </noscript>
          </div>
          <FoundSort {...{ query, chosen }} sort={found.sort} />
        </div>
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
        <Pagination page={found.page} pages={found.pages} href={(page) => searchAddress(parameters, { page })} />
      </div>
    </div>
  )
}
