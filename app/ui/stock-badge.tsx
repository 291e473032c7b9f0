import { useText } from "#app/text/text.tsx"
import { classes } from "./classes.ts"

/** `later`: none lies there, but it can be ordered and ships when it comes. */
export type StockLevel = "in" | "low" | "later" | "gone"

export interface Stocked {
  /** Units that lie there. */
  readonly free: number
  /** Units that can be ordered; those that lie there, unless the merchant takes back-orders. */
  readonly promisable?: number | undefined
}

export function stockLevel({ free, promisable = free }: Stocked, lowAt = 5): StockLevel {
  if (free <= 0) return promisable > 0 ? "later" : "gone"
  // Who may order more than is there need not hurry.
  return free <= lowAt && promisable <= lowAt ? "low" : "in"
}

/** With `live`, a change is read out. */
export function StockBadge({ lowAt = 5, live = false, ...stocked }: Stocked & { lowAt?: number; live?: boolean }) {
  const t = useText("ui")
  const { free } = stocked
  const level = stockLevel(stocked, lowAt)
  const words = level === "low" ? t("stock.low", { count: free }) : t(`stock.${level}`)
  return (
    <span className={classes("stock", level !== "in" && `stock-${level}`)} data-stock={level} role={live ? "status" : undefined}>
      {words}
    </span>
  )
}
