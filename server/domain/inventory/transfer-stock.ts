import type { TenantContext } from "#server/context/tenant-context.ts"
import { newId } from "#server/kernel/ids.ts"
import { refuse } from "#server/messages/refusals.ts"
import { openBook, stateOf } from "./adjust-on-hand.ts"
import { draftOf, shelve } from "./book.ts"
import { checkedPieces } from "./pieces.ts"
import type { StockState } from "./stock-state.ts"
import { writeBooks } from "./write-books.ts"

export interface Transfer {
  readonly variantId: string
  readonly fromId: string
  readonly toId: string
  readonly pieces: number
}

/**
 * Carries pieces from one location to another: what the shop has stays the same.
 * @throws Refusal inventory.not-there, inventory.location-not-found, inventory.is-bundle, catalog.product-not-found
 */
export function transferStock(ctx: TenantContext, { variantId, fromId, toId, pieces }: Transfer): Promise<StockState> {
  return ctx.transact(async (work) => {
    const draft = draftOf(await openBook(work, variantId))
    const there = draft.shelves.get(fromId)
    if (there === undefined || !draft.shelves.has(toId)) return refuse("inventory.location-not-found")
    if (there < checkedPieces(pieces)) refuse("inventory.not-there", { there, wanted: pieces })
    if (pieces > 0 && fromId !== toId) {
      const move = { kind: "transfer", reservedDelta: 0, reference: newId("movement", work.now.getTime()) }
      shelve(draft, { ...move, locationId: fromId, pieces: -pieces })
      shelve(draft, { ...move, locationId: toId, pieces })
    }
    await writeBooks(work, [draft])
    return stateOf(draft)
  })
}
