import type { Reading } from "#server/context/work.ts"
import type { StockState } from "./stock-state.ts"

/** Variants without a stock row are absent from the map. */
export async function stockOf(reading: Reading, variantIds: readonly string[]): Promise<Map<string, StockState>> {
  const levels = await reading.rows.stockLevel.findMany({ where: { variantId: { in: [...variantIds] } } })
  return new Map(
    levels.map(({ variantId, onHand, reserved, revision }) => [
      variantId,
      { onHand, reserved, free: onHand - reserved, revision },
    ]),
  )
}
