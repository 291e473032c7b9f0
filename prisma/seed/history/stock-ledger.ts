import { present } from "#server/kernel/assert.ts"
import type { PlannedProduct, PlannedShop } from "#prisma/seed/catalog/plan.ts"
import type { Dice } from "#prisma/seed/dice.ts"
import type { Tables } from "#prisma/seed/tables.ts"

/** One variant's movements, and what they leave. */
export interface StockLedger {
  onHand(): number
  move(kind: string, onHandDelta: number, reservedDelta: number, at: number, reference?: string): void
  /** Carries some of a large stock to the shop's second location, if it has one. */
  spread(at: number): void
  /** Writes what there is now. */
  close(): void
}

const worthSpreading = 24

export function openLedger(
  tables: Tables,
  shop: PlannedShop,
  { source }: PlannedProduct,
  variantId: string,
  luck: Dice,
): StockLedger {
  const { tenantId } = shop
  const [first, annex] = shop.locations
  const main = present(first, "location of the shop").id
  const lying = new Map([[main, 0]])
  let revision = 0
  const sum = () => [...lying.values()].reduce((total, pieces) => total + pieces, 0)
  const note = (
    kind: string,
    onHandDelta: number,
    reservedDelta: number,
    locationId: string | null,
    at: number,
    reference = "",
  ) => {
    if (locationId !== null) lying.set(locationId, (lying.get(locationId) ?? 0) + onHandDelta)
    const delta = { on_hand_delta: onHandDelta, reserved_delta: reservedDelta, location_id: locationId }
    const id = luck.id("movement", at)
    tables.stock_movement.push({ tenant_id: tenantId, id, variant_id: variantId, kind, ...delta, reference, at: new Date(at) })
  }
  return {
    onHand: sum,
    move(kind, onHandDelta, reservedDelta, at, reference) {
      note(kind, onHandDelta, reservedDelta, onHandDelta === 0 ? null : main, at, reference)
      revision += 1
    },
    spread(at) {
      const pieces = Math.floor(sum() / 2)
      if (!annex || sum() < worthSpreading) return
      const reference = luck.id("movement", at)
      note("transfer", -pieces, 0, main, at, reference)
      note("transfer", pieces, 0, annex.id, at, reference)
      revision += 1
    },
    close() {
      const wishes = { backorder_limit: source.backorder ?? 0, low_at: source.lowAt ?? null }
      const level = { tenant_id: tenantId, variant_id: variantId }
      tables.stock_level.push({ ...level, on_hand: sum(), reserved: 0, ...wishes, revision: Math.max(1, revision) })
      for (const [location_id, on_hand] of lying) tables.stock_shelf.push({ ...level, location_id, on_hand })
    },
  }
}
