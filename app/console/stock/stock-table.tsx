import { Link } from "@remix-run/react"
import type { ReactNode } from "react"
import { useFresh } from "#app/console/live/use-fresh.ts"
import { useShopPath } from "#app/console/shop/use-shop.ts"
import { useFormats, useText } from "#app/text/text.tsx"
import { Badge } from "#app/ui/badge.tsx"
import { DataTable } from "#app/ui/data-table.tsx"
import { StockBadge } from "#app/ui/stock-badge.tsx"
import type { StockPage, StockRow } from "#server/domain/inventory/index.ts"
import { CountForm } from "./count-form.tsx"

interface Props {
  list: StockPage
  /** Page, search and place. */
  scope: string
  /** The one location that is looked at, or none for the whole shop. */
  at: string
  /** The shop's own. */
  lowAt: number
  /** What a page without scripts was told, and of which variant. */
  answer: { readonly variantId: string; readonly problem: string } | undefined
  empty: ReactNode
}

const keyOf = ({ variantId, revision }: StockRow) => `${variantId} ${revision}`

export function StockTable({ list, scope, at, lowAt, answer, empty }: Props) {
  const t = useText("console")
  const { number } = useFormats()
  const fresh = useFresh(list.rows.map(keyOf), scope)
  const problemOf = (row: StockRow) => (answer?.variantId === row.variantId ? answer.problem : undefined)
  return (
    <DataTable
      caption={t("stock.title")}
      rows={list.rows}
      rowKey={({ variantId }) => variantId}
      fresh={(row) => fresh(keyOf(row))}
      empty={empty}
      columns={[
        { key: "title", label: t("products.product"), heading: true, cell: (row) => <VariantTitle row={row} /> },
        { key: "sku", label: t("variants.sku"), cell: ({ sku }) => <span className="font-mono text-xs">{sku}</span> },
        {
          key: "state",
          label: t("stock.state"),
          cell: ({ free, promisable, lowAt: own }) => <StockBadge {...{ free, promisable }} lowAt={own ?? lowAt} />,
        },
        { key: "reserved", label: t("stock.reserved"), amount: true, cell: ({ reserved }) => number(reserved) },
        { key: "free", label: t("stock.free"), amount: true, cell: ({ free }) => number(free) },
        {
          key: "on-hand",
          label: t("stock.on-hand"),
          amount: true,
          cell: (row) =>
            row.isBundle ? (
              <Badge>{t("stock.bundle")}</Badge>
            ) : (
              <CountForm key={`${row.variantId} ${at}`} row={row} at={at} problem={problemOf(row)} />
            ),
        },
      ]}
    />
  )
}

function VariantTitle({ row: { variantId, productTitle, choices } }: { row: StockRow }) {
  const path = useShopPath()
  return (
    <span>
      <Link to={path("stock", variantId)}>{productTitle}</Link>
      {choices.length > 0 && <span className="block text-muted text-sm">{choices.join(" · ")}</span>}
    </span>
  )
}
