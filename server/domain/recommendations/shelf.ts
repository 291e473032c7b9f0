import type { ProductCard } from "#server/domain/catalog/index.ts"

export const shelfKinds = ["similar", "together", "for-you", "because", "popular"] as const
export type ShelfKind = (typeof shelfKinds)[number]

/** Why something is on a shelf; `title` names the product that it goes with. */
export interface Reason {
  readonly kind: "pinned" | "similar" | "together" | "taste" | "because" | "popular" | "new"
  readonly title?: string
}

export interface Recommended {
  readonly card: ProductCard
  readonly reason: Reason
}

export interface Shelf {
  readonly kind: ShelfKind
  /** The product that it is about. */
  readonly about?: string
  readonly items: readonly Recommended[]
}
