import { useEffect, useRef, useState } from "react"
import { useText } from "#app/text/text.tsx"
import { Badge } from "#app/ui/badge.tsx"
import { StockBadge } from "#app/ui/stock-badge.tsx"
import type { VariantView } from "#server/domain/catalog/index.ts"

/** What there is of the chosen variant at this moment; and that it is back, to whoever saw it sold out. */
export function StockNow({ variant }: { variant: VariantView | undefined }) {
  const t = useText("ui")
  const { free, promisable } = variant ?? { free: 0, promisable: 0 }
  const isBack = useReturned(free)
  return (
    <span role="status" className="inline-flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <StockBadge free={free} promisable={promisable} />
      {isBack && <Badge tone="positive">{t("stock.returned")}</Badge>}
    </span>
  )
}

/** Whether it was gone while the page was open, and lies there now. */
function useReturned(free: number): boolean {
  const wasGone = useRef(free <= 0)
  const [isBack, setBack] = useState(false)
  useEffect(() => {
    setBack(free > 0 && wasGone.current)
    if (free <= 0) wasGone.current = true
  }, [free])
  return isBack
}
