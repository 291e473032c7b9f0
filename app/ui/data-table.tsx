import type { ReactNode } from "react"
import { classes } from "./classes.ts"

export interface Column<Row> {
  key: string
  /** Empty for a column of buttons. */
  label: string
  cell: (row: Row) => ReactNode
  /** Right-aligned, digits of one width. */
  amount?: boolean
  /** The card's title on phones; one per table. */
  heading?: boolean
}

interface Props<Row> {
  /** Read to those who cannot see the table. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Lights a row up once: it has just come or changed. */
  fresh?: (row: Row) => boolean
  /** Instead of the table when there are no rows. */
  empty: ReactNode
}

/** A table on wide screens, cards on phones. */
export function DataTable<Row>({ caption, columns, rows, rowKey, fresh, empty }: Props<Row>) {
  if (rows.length === 0) return <div className="panel">{empty}</div>
  return (
    <div className="panel table-frame">
      <table className="data-table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, label, amount }) => (
              <th key={key} scope="col" className={classes(amount && "amount")}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} data-fresh={fresh?.(row) ? "" : undefined}>
              {columns.map(({ key, label, amount, heading, cell }) => (
                <td key={key} data-label={label} data-heading={heading ? "" : undefined} className={classes(amount && "amount")}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
