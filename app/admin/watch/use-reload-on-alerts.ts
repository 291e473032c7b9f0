import { useEffect, useRef } from "react"
import { useLivePage } from "#app/live/live-context.ts"
import { useShopPulse } from "#app/live/use-shop-pulse.ts"
import type { ShopPulse } from "#server/messages/pulse.ts"

const soonMs = 100

/** A shop's figures; when its alerts or its faults change, the page's lists of them are loaded again. */
export function useReloadOnAlerts(
  tenantId: string,
  made: { readonly at: number; readonly shop: ShopPulse } | undefined,
): ShopPulse | undefined {
  const shop = useShopPulse(tenantId, made)
  const page = useLivePage()
  const now = shop && `${shop.alerts} ${shop.acknowledged} ${shop.faults}`
  const known = useRef(now)
  useEffect(() => {
    if (known.current !== now) page?.reload(soonMs)
    known.current = now
  }, [now, page])
  return shop
}
