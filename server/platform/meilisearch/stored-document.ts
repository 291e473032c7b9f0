import { searchDocumentId } from "#server/kernel/tenant-keys.ts"
import { piecesOf } from "#server/kernel/words/tokens.ts"
import { stemOf } from "#server/kernel/words/stem.ts"
import { commonSynonyms } from "#server/kernel/words/words-of-language.ts"
import type { ProductDocument, SearchTuning } from "#server/ports/product-search.ts"

/** A document as Meilisearch holds it. */
export interface StoredDocument {
  /** `<tenant>-<product>-<generation>`: a document can never stand in the place of another tenant's. */
  readonly id: string
  readonly tenantId: string
  readonly generation: number
  readonly productId: string
  readonly title: string
  readonly category: string
  readonly categoryName: string
  readonly vendor: string
  readonly options: readonly string[]
  readonly skus: readonly string[]
  /** Other words for those of the document: one index serves all shops, so that synonyms cannot be settings. */
  readonly also: readonly string[]
  readonly description: string
  readonly price: number
  readonly isAvailable: boolean
  readonly sold: number
  readonly rating: number | null
  readonly publishedAt: number
}

export const storedId = (tenantId: string, productId: string, generation: number) =>
  `${searchDocumentId(tenantId, productId)}-${generation}`

export function storedDocument(
  tenantId: string,
  generation: number,
  { category, options, priceMinor, publishedAt, ...document }: ProductDocument,
  tuning: SearchTuning,
): StoredDocument {
  return {
    ...document,
    ...{ id: storedId(tenantId, document.productId, generation), tenantId, generation },
    category: category?.slug ?? "",
    categoryName: category ? `${category.slug}:${category.name}` : "",
    options: options.flatMap(({ name, values }) => values.map((value) => `${name}:${value}`)),
    also: otherWords(`${document.title} ${category?.name ?? ""}`, tuning),
    price: Number(priceMinor),
    publishedAt: publishedAt.getTime(),
  }
}

function otherWords(text: string, { language, synonyms }: SearchTuning): string[] {
  const stems = (words: string) => piecesOf(words, language).map(({ term }) => stemOf(term, language))
  const own = ` ${stems(text).join(" ")} `
  const says = (words: string) => words !== "" && own.includes(` ${stems(words).join(" ")} `)
  const found = [...synonyms, ...commonSynonyms(language)].flatMap((group): readonly string[] => {
    if ("from" in group) return group.to.some(says) ? [group.from] : []
    return group.some(says) ? group : []
  })
  return [...new Set(found)].slice(0, 60)
}
