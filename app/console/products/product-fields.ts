import { typed } from "#app/form/typed.ts"
import type { FormValues } from "#app/http/form-values.ts"
import type { ProductSheet } from "#server/domain/catalog/index.ts"
import { decimalText } from "#server/kernel/money.ts"
import {
  type EditedOption,
  type EditedVariant,
  type EditedVariants,
  mostOptions,
  mostRows,
  variantKey,
} from "./variant-matrix.ts"

/** A product as its form holds it: all of it text. */
export interface ProductFields {
  readonly title: string
  readonly description: string
  readonly vendor: string
  readonly categoryId: string
  readonly newCategory: string
  readonly options: readonly EditedOption[]
  readonly variants: EditedVariants
}

const blank: EditedVariant = { sku: "", price: "", onHand: "0", isOffered: true }

export const blankFields: ProductFields = {
  title: "",
  description: "",
  vendor: "",
  categoryId: "",
  newCategory: "",
  options: [],
  variants: { [variantKey([])]: blank },
}

export function fieldsOf(product: ProductSheet): ProductFields {
  const { title, description, vendor, categoryId, options } = product
  const offered = product.variants.map(({ choices, sku, price, onHand }): [string, EditedVariant] => {
    return [variantKey(choices), { sku, price: decimalText(price), onHand: String(onHand), isOffered: true }]
  })
  return {
    ...{ title, description, vendor, newCategory: "" },
    categoryId: categoryId ?? "",
    options: options.map(({ name, values }, at) => ({ id: at + 1, name, values })),
    variants: { ...withheld(options), ...Object.fromEntries(offered) },
  }
}

/** Combinations that the options allow and the shop does not offer stay so until they are ticked. */
function withheld(options: ProductSheet["options"]): EditedVariants {
  const all = options.reduce<string[][]>(
    (rows, { values }) => rows.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  )
  return Object.fromEntries(all.slice(0, mostRows).map((choices) => [variantKey(choices), { ...blank, isOffered: false }]))
}

/** What was sent, so that a page without scripts shows it again. */
export function fieldsFrom(values: FormValues): ProductFields {
  const options = places(mostOptions, (at) => values[`options[${at}].name`] !== undefined).map((at): EditedOption => {
    return { id: at + 1, name: typed(values, `options[${at}].name`), values: listOf(values, `options[${at}].values[]`) }
  })
  const variants = places(mostRows, (at) => values[`variants[${at}].price`] !== undefined).map((at): [string, EditedVariant] => {
    const field = (name: string) => typed(values, `variants[${at}].${name}`)
    const row = { sku: field("sku"), price: field("price"), onHand: field("onHand"), isOffered: true }
    return [variantKey(listOf(values, `variants[${at}].choices[]`)), row]
  })
  const text = (name: string) => typed(values, name)
  return {
    title: text("title"),
    description: text("description"),
    vendor: text("vendor"),
    categoryId: text("categoryId"),
    newCategory: text("newCategory"),
    options,
    variants: variants.length > 0 ? Object.fromEntries(variants) : blankFields.variants,
  }
}

function places(most: number, isThere: (at: number) => boolean): number[] {
  return Array.from({ length: most }, (_, at) => at).filter(isThere)
}

function listOf(values: FormValues, field: string): string[] {
  const value = values[field]
  return value === undefined ? [] : [value].flat()
}
