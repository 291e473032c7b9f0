import { fragment } from "#server/context/fragment.ts"
import type { Work } from "#server/context/work.ts"
import { present } from "#server/kernel/assert.ts"
import { refuse } from "#server/messages/refusals.ts"
import { allocate } from "./allocate.ts"
import { type Draft, draftOf, type OpenBook, shelve } from "./book.ts"
import { serveAwaited } from "./hand-out.ts"
import { openBooks } from "./open-books.ts"
import type { StockState } from "./stock-state.ts"
import { writeBooks } from "./write-books.ts"

/** A count says how many there are, a delivery how many came: at one location, or in the whole shop. */
export type Adjustment =
  | { readonly kind: "count"; readonly onHand: number; readonly locationId?: string | undefined }
  | { readonly kind: "receive"; readonly pieces: number; readonly locationId?: string | undefined }

/**
 * The change is worked out from the locked row, not from what a page showed. Without a location more goes to the first by priority, and
 * less is taken as a sale would take it.
 * @throws Refusal inventory.below-reserved, inventory.is-bundle, inventory.location-not-found, catalog.product-not-found
 */
export async function adjustOnHand(work: Work, variantId: string, adjustment: Adjustment): Promise<StockState> {
  const book = await openBook(work, variantId)
  const draft = draftOf(book)
  adjust(draft, book, adjustment)
  const { level } = draft
  if (draft.onHand < draft.reserved - level.backorderLimit)
    refuse("inventory.below-reserved", { reserved: draft.reserved - level.backorderLimit })
  serveAwaited(draft)
  await writeBooks(work, [draft])
  return stateOf(draft)
}

/** One variant's stock, locked, with every open location. @throws Refusal catalog.product-not-found, inventory.is-bundle */
export async function openBook(work: Work, variantId: string): Promise<OpenBook> {
  const [, [book]] = await Promise.all([keepLocations(work), openBooks(work, { which: fragment`values (${variantId}::text)` })])
  if (!book) return refuse("catalog.product-not-found")
  if (book.level.isBundle) refuse("inventory.is-bundle")
  return book
}

/** A location that is about to get pieces must not be closed meanwhile: asked first, so that what is read then is still open. */
function keepLocations({ sql, tenantId }: Work): Promise<unknown> {
  return sql`select l.id from stock_location l where l.tenant_id = ${tenantId} and l.closed_at is null order by l.id for share of l`
}

function adjust(draft: Draft, { shelves }: OpenBook, adjustment: Adjustment): void {
  const { kind, locationId } = adjustment
  if (locationId !== undefined && !draft.shelves.has(locationId)) refuse("inventory.location-not-found")
  const there = locationId === undefined ? draft.onHand : (draft.shelves.get(locationId) ?? 0)
  const pieces = adjustment.kind === "count" ? adjustment.onHand - there : adjustment.pieces
  const move = (at: string, count: number) =>
    shelve(draft, { kind, reservedDelta: 0, reference: "", locationId: at, pieces: count })
  if (pieces >= 0) move(locationId ?? present(shelves[0], "location of the shop").locationId, pieces)
  else if (locationId !== undefined) move(locationId, pieces)
  else for (const { locationId: at, onHand } of allocate(shelves, -pieces)) move(at, -onHand)
}

export function stateOf({ level, onHand, reserved, movements }: Draft): StockState {
  const free = onHand - reserved
  const revision = level.revision + (movements.length > 0 ? 1 : 0)
  return { onHand, reserved, free, promisable: free + level.backorderLimit, revision }
}
