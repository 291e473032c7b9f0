import { tokensOf } from "#server/kernel/words/tokens.ts"
import { type ProductDocument, type SearchField, type SearchTuning, searchFields } from "#server/ports/product-search.ts"

/**
 * Some documents, ready to be searched: for each term the documents that have it, and for each document what it can be filtered and
 * sorted by. Numbers stand for documents and facet values, so that thousands are gone through in a millisecond. Only `dead` ever changes.
 */
export interface Segment {
  readonly productIds: readonly string[]
  readonly titles: readonly string[]
  readonly terms: readonly string[]
  /** Where each term's documents begin in `documents` and `impacts`; one more than terms. */
  readonly starts: Uint32Array
  readonly documents: Uint32Array
  /** How much a term says of a document, as 1 to 255. */
  readonly impacts: Uint8Array
  readonly columns: Columns
  /** A document that was written anew elsewhere, or is gone. */
  readonly dead: Uint8Array
}

export interface Columns {
  /** `slug\0name`, and for options `name\0value`. */
  readonly categoryNames: readonly string[]
  readonly vendorNames: readonly string[]
  readonly optionNames: readonly string[]
  /** -1: none. */
  readonly category: Int32Array
  readonly vendor: Int32Array
  readonly optionStarts: Uint32Array
  readonly options: Uint32Array
  readonly price: Float64Array
  readonly available: Uint8Array
  readonly sold: Uint32Array
  /** 0: none. */
  readonly rating: Float32Array
  readonly publishedAt: Float64Array
}

/** Saturation and the weight of length, as in BM25; the usual length of each field stands for the average. */
const k1 = 1.2
const b: Readonly<Record<SearchField, number>> = { title: 0.5, category: 0, vendor: 0, options: 0, skus: 0, description: 0.4 }
const usualLength: Readonly<Record<SearchField, number>> = {
  title: 4,
  category: 2,
  vendor: 2,
  options: 8,
  skus: 4,
  description: 40,
}

export function buildSegment(given: readonly ProductDocument[], tuning: SearchTuning): Segment {
  const postings = new Map<string, { documents: number[]; impacts: number[] }>()
  given.forEach((document, at) => {
    for (const [term, weight] of weightsOf(document, tuning)) {
      const posting = postings.get(term) ?? { documents: [], impacts: [] }
      if (posting.documents.length === 0) postings.set(term, posting)
      posting.documents.push(at)
      posting.impacts.push(Math.max(1, Math.round((255 * weight) / (k1 + weight))))
    }
  })
  return {
    productIds: given.map(({ productId }) => productId),
    titles: given.map(({ title }) => title),
    ...layOut(postings),
    columns: columnsOf(given),
    dead: new Uint8Array(given.length),
  }
}

/** Weighted frequency of each term over the fields, each freed of its field's length (BM25F). */
function weightsOf(document: ProductDocument, { language, weights }: SearchTuning): Map<string, number> {
  const sums = new Map<string, number>()
  for (const field of searchFields) {
    if (weights[field] <= 0) continue
    const tokens = tokensOf(textOf(document, field), language)
    const weight = weights[field] / (1 - b[field] + (b[field] * tokens.length) / usualLength[field])
    for (const { term } of tokens) sums.set(term, (sums.get(term) ?? 0) + weight)
  }
  return sums
}

function textOf(document: ProductDocument, field: SearchField): string {
  if (field === "category") return document.category?.name ?? ""
  if (field === "options") return document.options.map(({ name, values }) => `${name} ${values.join(" ; ")}`).join(" ; ")
  if (field === "skus") return document.skus.join(" ")
  return document[field]
}

export function layOut(
  postings: ReadonlyMap<string, { readonly documents: readonly number[]; readonly impacts: readonly number[] }>,
): Pick<Segment, "terms" | "starts" | "documents" | "impacts"> {
  const terms = [...postings.keys()].sort()
  const starts = new Uint32Array(terms.length + 1)
  terms.forEach((term, at) => {
    starts[at + 1] = (starts[at] ?? 0) + (postings.get(term)?.documents.length ?? 0)
  })
  const size = starts[terms.length] ?? 0
  const documents = new Uint32Array(size)
  const impacts = new Uint8Array(size)
  terms.forEach((term, at) => {
    documents.set(postings.get(term)?.documents ?? [], starts[at] ?? 0)
    impacts.set(postings.get(term)?.impacts ?? [], starts[at] ?? 0)
  })
  return { terms, starts, documents, impacts }
}

function columnsOf(given: readonly ProductDocument[]): Columns {
  const categories = numbering()
  const vendors = numbering()
  const options = numbering()
  const chosen = given.map((document) => [
    ...new Set(document.options.flatMap(({ name, values }) => values.map((value) => options.numberOf(`${name}\0${value}`)))),
  ])
  const optionStarts = new Uint32Array(given.length + 1)
  chosen.forEach((values, at) => {
    optionStarts[at + 1] = (optionStarts[at] ?? 0) + values.length
  })
  return {
    category: Int32Array.from(given, ({ category }) =>
      category ? categories.numberOf(`${category.slug}\0${category.name}`) : -1,
    ),
    vendor: Int32Array.from(given, ({ vendor }) => (vendor === "" ? -1 : vendors.numberOf(vendor))),
    optionStarts,
    options: Uint32Array.from(chosen.flat()),
    price: Float64Array.from(given, ({ priceMinor }) => Number(priceMinor)),
    available: Uint8Array.from(given, ({ isAvailable }) => (isAvailable ? 1 : 0)),
    sold: Uint32Array.from(given, ({ sold }) => sold),
    rating: Float32Array.from(given, ({ rating }) => rating ?? 0),
    publishedAt: Float64Array.from(given, ({ publishedAt }) => publishedAt.getTime()),
    categoryNames: categories.names,
    vendorNames: vendors.names,
    optionNames: options.names,
  }
}

export function numbering() {
  const numbers = new Map<string, number>()
  const names: string[] = []
  return {
    names,
    numberOf(name: string): number {
      const known = numbers.get(name)
      if (known !== undefined) return known
      numbers.set(name, names.length)
      return names.push(name) - 1
    },
  }
}
