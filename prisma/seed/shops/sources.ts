import type { Kind } from "#prisma/seed/pictures/kinds.ts"
import type { Tone } from "#prisma/seed/pictures/tones.ts"

/** A product as it is written down by hand. Prices are plain decimals in the shop's currency. */
export interface ProductSource {
  readonly slug: string
  readonly title: string
  readonly description: string
  readonly vendor: string
  /** Slug of a category of the same shop. */
  readonly category: string
  readonly price: string
  readonly kind: Kind
  /** How it looks when it has no choice of colour. */
  readonly tone?: Tone
  /** Name of the option, then each colour's name and how it is painted. */
  readonly colours?: readonly [name: string, values: Readonly<Record<string, Tone>>]
  /** Name of the option, then each size's name and what it costs on top. */
  readonly sizes?: readonly [name: string, values: Readonly<Record<string, string>>]
  /** How much it draws people, against 10 for an ordinary product. */
  readonly pull?: number
  readonly draft?: true
  /** Slugs of what it is made of, each with how many: it has no stock of its own. Their first variants. */
  readonly parts?: Readonly<Record<string, number>>
  /** How many may be promised that are not there. */
  readonly backorder?: number
  /** From how many on it runs low, where the shop's number does not fit. */
  readonly lowAt?: number
}

export interface ShippingSource {
  readonly name: string
  readonly price: string
  readonly freeFrom?: string
  readonly countries: readonly string[]
  readonly days: readonly [least: number, most: number]
}

export interface TaxSource {
  readonly country: string
  readonly region?: string
  readonly name: string
  readonly basisPoints: number
  readonly included: boolean
}

/** Where customers of a shop live, so that addresses look like the country's. */
export interface PeopleSource {
  readonly givenNames: readonly string[]
  readonly familyNames: readonly string[]
  readonly familyFirst: boolean
  readonly streets: readonly string[]
  /** "12 Mill Lane", "Mühlweg 12", "解放路12号". */
  readonly streetLine: (street: string, number: number) => string
  readonly places: readonly {
    readonly city: string
    readonly region: string
    readonly postcode: string
    readonly country: string
  }[]
}

export interface ShopSource {
  readonly slug: string
  readonly name: string
  readonly tagline: string
  readonly currency: string
  readonly language: "en" | "de" | "zh"
  readonly country: string
  readonly theme: string
  readonly skuPrefix: string
  readonly owner: { readonly name: string; readonly email: string }
  readonly customers: readonly { readonly name: string; readonly email: string }[]
  readonly categories: readonly { readonly slug: string; readonly name: string }[]
  readonly products: readonly ProductSource[]
  readonly shipping: readonly ShippingSource[]
  readonly taxes: readonly TaxSource[]
  readonly people: PeopleSource
  /** Where goods lie beside the first place. */
  readonly annex?: string
  readonly carrier: string
  /** Words for the description of a picture: the whole thing, in a colour, seen close. */
  readonly pictureAlt: { readonly whole: string; readonly inColour: string; readonly close: string }
  /** Orders to tell of in the ninety days. */
  readonly orders: number
}
