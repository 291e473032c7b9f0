import { defaultWeights, type ProductDocument, type SearchTuning, type SearchWish } from "#server/ports/product-search.ts"

export function documentFor(productId: string, wish: Partial<ProductDocument> = {}): ProductDocument {
  return {
    ...{ productId, title: productId, description: "", vendor: "", category: null, options: [], skus: [] },
    ...{ priceMinor: 1_000n, isAvailable: true, sold: 0, rating: null, publishedAt: new Date("2026-01-01T00:00:00Z") },
    ...wish,
  }
}

export function tuningFor(wish: Partial<SearchTuning> = {}): SearchTuning {
  return { language: "en", weights: defaultWeights, synonyms: [], stopWords: [], ...wish }
}

export function wishFor(words: string, wish: Partial<SearchWish> = {}): SearchWish {
  return { words, filters: {}, sort: "relevance", offset: 0, limit: 24, tuning: tuningFor(), ...wish }
}
