import { useText } from "#app/text/text.tsx"
import { classes } from "./classes.ts"

export type StockLevel = "in" | "low" | "gone"

export function stockLevel(free: number, lowAt = 5): StockLevel {
  return free <= 0 ? "gone" : free <= lowAt ? "low" : "in"
}

/** `free` is units that can still be bought. With `live`, a change is read out. */
export function StockBadge({ free, lowAt = 5, live = false }: { free: number; lowAt?: number; live?: boolean }) {
  const t = useText("ui")
  const level = stockLevel(free, lowAt)
  const words = level === "low" ? t("stock.low", { count: free }) : t(`stock.${level}`)
  return (
    <span className={classes("stock", level !== "in" && `stock-${level}`)} data-stock={level} role={live ? "status" : undefined}>
      {words}
    </span>
  )
}
