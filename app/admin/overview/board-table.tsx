import { useNavigate } from "@remix-run/react"
import type { MouseEvent } from "react"
import { useText } from "#app/text/text.tsx"
import { EmptyState } from "#app/ui/empty-state.tsx"
import { Icon } from "#app/ui/icon.tsx"
import type { BoardPage, BoardSort, BoardView, ShopPulse } from "#server/messages/pulse.ts"
import { boardColumns } from "./board-columns.ts"
import { boardPath, sortedBy } from "./board-view.ts"
import { ShopRow } from "./shop-row.tsx"

interface Props {
  view: BoardView
  page: BoardPage
  /** As the page was made, and when. */
  made: { readonly at: number; readonly shops: ReadonlyMap<string, ShopPulse> }
}

export const boardFormId = "board"

/** A line per shop over the last minute; every column's head orders the lines. On phones a shop is a card. */
export function BoardTable({ view, page, made }: Props) {
  const t = useText("admin")
  if (page.shops.length === 0) {
    return (
      <div className="panel">
        <EmptyState icon="shop" title={t("live.none")} />
      </div>
    )
  }
  return (
    <div className="panel table-frame">
      <table className="data-table board-table">
        <caption className="sr-only">{t("live.caption")}</caption>
        <thead>
          <tr>
            <Head sort="name" label={t("live.shop")} view={view} />
            {boardColumns.map(({ sort, label }) => (
              <Head key={sort} sort={sort} label={t(label)} view={view} amount />
            ))}
            <th scope="col">{t("live.hour")}</th>
          </tr>
        </thead>
        <tbody>
          {page.shops.map((tenantId) => (
            <ShopRow key={tenantId} tenantId={tenantId} at={made.at} made={made.shops.get(tenantId)} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface HeadProps {
  sort: BoardSort
  label: string
  view: BoardView
  amount?: boolean
}

/** A button that belongs to the filters' form, so that it works without scripts, too. */
function Head({ sort, label, view, amount }: HeadProps) {
  const navigate = useNavigate()
  const isSorted = view.sort === sort
  const reorder = (event: MouseEvent) => {
    event.preventDefault()
    navigate(boardPath(sortedBy(view, sort)), { preventScrollReset: true })
  }
  return (
    <th
      scope="col"
      className={amount ? "amount" : undefined}
      aria-sort={isSorted ? (view.down ? "descending" : "ascending") : "none"}
    >
      <button type="submit" form={boardFormId} name="by" value={sort} className="board-head" onClick={reorder}>
        {label}
        <span aria-hidden="true" className="board-way" data-way={isSorted ? (view.down ? "down" : "up") : undefined}>
          <Icon name="down" size={14} />
        </span>
      </button>
    </th>
  )
}
