import type { ProductSource, ShopSource } from "#prisma/seed/shops/sources.ts"
import type { Tone } from "#prisma/seed/pictures/tones.ts"

export interface PlannedVariant {
  readonly id: string
  readonly sku: string
  readonly choices: readonly string[]
  readonly priceMinor: bigint
}

export interface PlannedPicture {
  readonly id: string
  readonly tone: Tone
  readonly view: "whole" | "close"
  readonly alt: string
  /** Chooses among the small differences of a drawing. */
  readonly variation: string
}

export interface PlannedProduct {
  readonly id: string
  readonly source: ProductSource
  readonly categoryId: string
  readonly categoryName: string
  readonly options: readonly { readonly name: string; readonly values: readonly string[] }[]
  readonly variants: readonly PlannedVariant[]
  readonly pictures: readonly PlannedPicture[]
  readonly pull: number
  /** Undefined: a draft. */
  readonly publishedAt: number | undefined
  /** Where its price stands in the shop: 0 cheap, 1 middling, 2 dear. */
  readonly band: 0 | 1 | 2
}

export interface PlannedShop {
  readonly source: ShopSource
  readonly tenantId: string
  readonly host: string
  readonly openedAt: number
  readonly categories: readonly { readonly id: string; readonly slug: string; readonly name: string }[]
  readonly products: readonly PlannedProduct[]
  /** Where goods lie, the first to serve first. */
  readonly locations: readonly { readonly id: string; readonly name: string }[]
}
