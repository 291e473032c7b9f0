import { type Fragment, fragment } from "#server/context/fragment.ts"
import type { Work } from "#server/context/work.ts"
import { type Draft, draftOf, shelve } from "./book.ts"
import { forgo, serveAwaited } from "./hand-out.ts"
import { openBooks } from "./open-books.ts"
import type { Demand } from "./stock-state.ts"
import { writeBooks } from "./write-books.ts"

export interface ReturnedDemand extends Demand {
  /** They are back and can be sold again; otherwise they are gone. */
  readonly restock: boolean
}

/**
 * Sold pieces are no longer the shopper's. What was still to come is not awaited any more; the others go on the shelf of the shop's first
 * location, if they can be sold again. A bundle comes back as the parts it is made of now. Locks the variants' stock rows in id order. Not
 * idempotent: the caller's own row says whether they came back already. Answers how many variants moved.
 */
export async function returnStock(work: Work, orderId: string, pieces: readonly ReturnedDemand[]): Promise<number> {
  if (pieces.length === 0) return 0
  const lines = pieces.map(({ variantId }) => variantId)
  const [books, recipes] = await Promise.all([
    openBooks(work, { which: madeOf(work.tenantId, lines), orderIds: [orderId] }),
    readRecipes(work, lines),
  ])
  const drafts = new Map(books.map((book) => [book.level.variantId, draftOf(book)]))
  for (const { variantId, quantity, restock } of pieces) {
    for (const { componentId, per } of recipes.filter(({ line }) => line === variantId)) {
      const draft = drafts.get(componentId)
      if (draft) takeBack(draft, orderId, quantity * per, restock)
    }
  }
  for (const draft of drafts.values()) serveAwaited(draft)
  return (await writeBooks(work, [...drafts.values()])).length
}

function takeBack(draft: Draft, orderId: string, quantity: number, restock: boolean): void {
  const pieces = quantity - forgo(draft, orderId, quantity)
  const [first] = draft.shelves.keys()
  if (restock && pieces > 0 && first !== undefined)
    shelve(draft, { kind: "return", pieces, reservedDelta: 0, locationId: first, reference: orderId })
}

const madeOf = (tenantId: string, lines: readonly string[]): Fragment => fragment`
  select coalesce(b.component_id, l.id) from unnest(${[...lines]}::text[]) as l(id)
  left join bundle_part b on b.tenant_id = ${tenantId} and b.bundle_id = l.id`

function readRecipes({ sql, tenantId }: Work, lines: readonly string[]) {
  return sql<{ line: string; componentId: string; per: number }>`
    select distinct l.id as line, coalesce(b.component_id, l.id) as "componentId", coalesce(b.quantity, 1) as per
    from unnest(${[...lines]}::text[]) as l(id) left join bundle_part b on b.tenant_id = ${tenantId} and b.bundle_id = l.id`
}
