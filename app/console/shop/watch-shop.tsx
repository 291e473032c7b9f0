import { useHint } from "#app/live/use-hint.ts"

/** Whatever happens in the shop, the page and the numbers around it are loaded again. */
export function WatchShop({ tenantId }: { tenantId: string }) {
  useHint({ topic: "console", id: tenantId })
  return null
}
