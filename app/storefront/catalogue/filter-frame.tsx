import type { ReactNode } from "react"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Dialog } from "#app/ui/dialog.tsx"
import { LinesSkeleton } from "#app/ui/skeleton.tsx"
import { FilterForm, type FilterFormProps } from "./filter-form.tsx"

interface Props {
  /** Missing: still to come; null: it will not. */
  form: Omit<FilterFormProps, "isPrompt"> | null | undefined
  chosen: number
  /** Somebody wants to see the filters. */
  onOpen?: () => void
  /** Where the filters are without scripts. */
  plain: string
  sort: ReactNode
  children: ReactNode
}

/** A list with its filters: beside it where there is room, in a dialog on phones. */
export function FilterFrame({ form, chosen, onOpen, plain, sort, children }: Props) {
  const t = useText("storefront")
  const open = chosen > 0 ? t("search.filters-chosen", { count: chosen }) : t("search.filters")
  return (
    <div className="found">
      <aside id="filters" className="found-filters" aria-label={t("search.filters")}>
        {form ? <FilterForm {...form} isPrompt /> : <Coming isLost={form === null} plain={plain} />}
      </aside>
      <div>
        <div className="mb-5 flex flex-wrap items-end justify-between gap-3">
          <div className="found-open">
            <Dialog
              title={t("search.filters")}
              trigger={(show) => (
                <Button
                  type="button"
                  look="secondary"
                  onClick={() => {
                    onOpen?.()
                    show()
                  }}
                >
                  {open}
                </Button>
              )}
            >
              {() => (form ? <FilterForm {...form} /> : <Coming isLost={form === null} plain={plain} />)}
            </Dialog>
            <noscript>
              <a href={plain}>{t("search.filters")}</a>
            </noscript>
          </div>
          {sort}
        </div>
        {children}
      </div>
    </div>
  )
}

/** Without scripts, or when they cannot be had, the filters are on a page of their own. */
function Coming({ isLost, plain }: { isLost: boolean; plain: string }) {
  const t = useText("storefront")
  if (isLost) return <a href={plain}>{t("search.filters")}</a>
  return (
    <>
      <LinesSkeleton count={8} />
      <noscript>
        <a href={plain}>{t("search.filters")}</a>
      </noscript>
    </>
  )
}
