import type { Work } from "#server/context/work.ts"
import { newId } from "#server/kernel/ids.ts"

export interface OpeningStock {
  readonly variantId: string
  readonly onHand: number
}

/** Starts a new variant's stock. Once per variant. */
export function openStock(work: Work, variantId: string, onHand: number): Promise<void> {
  return openStocks(work, [{ variantId, onHand }])
}

export async function openStocks(work: Work, stocks: readonly OpeningStock[]): Promise<void> {
  const { tenantId, now } = work
  if (stocks.length === 0) return
  if (stocks.some(({ onHand }) => !Number.isInteger(onHand) || onHand < 0))
    throw new RangeError("stock is a whole number from zero on")
  await work.rows.stockLevel.createMany({ data: stocks.map(({ variantId, onHand }) => ({ tenantId, variantId, onHand })) })
  await work.rows.stockMovement.createMany({
    data: stocks.map(({ variantId, onHand }) => ({
      tenantId,
      id: newId("movement", now.getTime()),
      variantId,
      kind: "open",
      onHandDelta: onHand,
      reservedDelta: 0,
      at: now,
    })),
  })
}
