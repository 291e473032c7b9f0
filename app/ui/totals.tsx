import type { ReactNode } from "react"
import { useFormats, useText } from "#app/text/text.tsx"
import type { Money } from "#server/kernel/money.ts"

export interface TotalLine {
  label: string
  /** Words instead of an amount where it is not yet known. */
  amount: Money | string
  note?: ReactNode
}

interface Props {
  caption: string
  lines: readonly TotalLine[]
  total: Money
  totalLabel?: string
  totalNote?: ReactNode
}

/** How an order's total comes about: subtotal, shipping, tax, sum. */
export function Totals({ caption, lines, total, totalLabel, totalNote }: Props) {
  const t = useText("ui")
  const { money } = useFormats()
  return (
    <table className="totals">
      <caption className="sr-only">{caption}</caption>
      <tbody>
        {lines.map(({ label, amount, note }) => (
          <tr key={label}>
            <th scope="row">
              {label}
              {note && <small>{note}</small>}
            </th>
            <td>{typeof amount === "string" ? amount : money(amount)}</td>
          </tr>
        ))}
        <tr className="grand">
          <th scope="row">
            {totalLabel ?? t("total.grand")}
            {totalNote && <small className="font-normal text-muted text-sm">{totalNote}</small>}
          </th>
          <td>{money(total)}</td>
        </tr>
      </tbody>
    </table>
  )
}
