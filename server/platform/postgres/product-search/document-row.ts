import { createHash } from "node:crypto"
import { z } from "zod"
import { stemOf } from "#server/kernel/words/stem.ts"
import { tokensOf } from "#server/kernel/words/tokens.ts"
import type { ProductDocument, SearchTuning } from "#server/ports/product-search.ts"

const content = z.object({
  title: z.string(),
  description: z.string(),
  vendor: z.string(),
  category: z.object({ slug: z.string(), name: z.string() }).nullable(),
  options: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
  skus: z.array(z.string()),
  /** As text: JSON numbers lose units above 2^53. */
  price: z.string(),
  available: z.boolean(),
  sold: z.number(),
  rating: z.number().nullable(),
  published: z.number(),
})

/** A document as its row holds it. */
export interface DocumentRow {
  readonly productId: string
  readonly title: string
  readonly body: string
  readonly content: z.output<typeof content>
  readonly digest: string
}

export function rowOf(document: ProductDocument, { language }: SearchTuning): DocumentRow {
  const { productId, title, description, vendor, category, options, skus, priceMinor, isAvailable, sold, rating, publishedAt } =
    document
  const said = {
    title,
    description,
    vendor,
    category,
    options: options.map(({ name, values }) => ({ name, values: [...values] })),
    skus: [...skus],
  }
  const kept = { ...said, price: String(priceMinor), available: isAvailable, sold, rating, published: publishedAt.getTime() }
  const body = [category?.name ?? "", vendor, ...options.flatMap(({ name, values }) => [name, ...values]), ...skus, description]
  return {
    productId,
    title: termsOf(title, language),
    body: termsOf(body.join(" ; "), language),
    content: kept,
    digest: digestOf(document),
  }
}

/** Changes whenever the document does. */
export function digestOf(document: ProductDocument): string {
  const { productId, title, description, vendor, category, options, skus, priceMinor, isAvailable, sold, rating, publishedAt } =
    document
  const said = [
    productId,
    title,
    description,
    vendor,
    category?.slug,
    category?.name,
    options.map(({ name, values }) => [name, values]),
  ]
  const text = JSON.stringify([said, skus, isAvailable, sold, rating, String(priceMinor), publishedAt.getTime()])
  return createHash("sha256").update(text).digest("base64url").slice(0, 22)
}

/** Those that are missing or other than they should be, and those that should not be there. */
export function differences(documents: readonly ProductDocument[], indexed: ReadonlyMap<string, string>): string[] {
  const wanted = new Map(documents.map((document) => [document.productId, digestOf(document)]))
  const stale = [...wanted].filter(([id, digest]) => indexed.get(id) !== digest).map(([id]) => id)
  return [...stale, ...[...indexed.keys()].filter((id) => !wanted.has(id))]
}

export function documentOf(productId: string, stored: unknown): ProductDocument {
  const { price, available, published, ...said } = content.parse(stored)
  return { productId, ...said, priceMinor: BigInt(price), isAvailable: available, publishedAt: new Date(published) }
}

/** Words and their stems, for an index that knows neither. */
function termsOf(text: string, language: string): string {
  return tokensOf(text, language)
    .map(({ term }) => {
      const stem = stemOf(term, language)
      return stem === term ? term : `${term} ${stem}`
    })
    .join(" ")
}
