import type { Money } from "#server/kernel/money.ts"
import type { PictureView } from "./picture-view.ts"

export interface OptionView {
  readonly name: string
  readonly values: readonly string[]
}

export interface VariantView {
  readonly id: string
  readonly sku: string
  /** One value per option, in the options' order. */
  readonly choices: readonly string[]
  readonly price: Money
  /** Pieces that lie there for whoever comes next. */
  readonly free: number
  /** What can be ordered: what goes beyond the free ones ships later. */
  readonly promisable: number
  readonly stockRevision: number
}

export interface CategoryName {
  readonly slug: string
  readonly name: string
}

/** A product as a shopper's page shows it. */
export interface ProductPage {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly description: string
  readonly vendor: string
  readonly category: CategoryName | null
  readonly options: readonly OptionView[]
  readonly variants: readonly VariantView[]
  readonly pictures: readonly PictureView[]
  readonly revision: number
}

export interface StockedVariantView extends VariantView {
  readonly onHand: number
  readonly reserved: number
  /** Made of other variants: it has no stock of its own. */
  readonly isBundle: boolean
}

export type ProductStatus = "draft" | "published"

/** A product as its merchant sees it, published or not. */
export interface ProductSheet extends Omit<ProductPage, "variants"> {
  readonly status: ProductStatus
  readonly categoryId: string | null
  readonly variants: readonly StockedVariantView[]
  readonly publishedAt: Date | null
}
