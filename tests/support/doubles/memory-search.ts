import { differences, digestOf } from "#server/platform/postgres/product-search/document-row.ts"
import { createShopIndex } from "#server/platform/postgres/product-search/shop-index.ts"
import { type ProductDocument, type ProductSearch, type SearchTuning, defaultWeights } from "#server/ports/product-search.ts"

const noReindex = { isRunning: false, done: 0, wanted: 0, startedAt: null, finishedAt: null }
const plain: SearchTuning = { language: "en", weights: defaultWeights, synonyms: [], stopWords: [] }

/** The built-in engine without its rows: one index per tenant, made anew at each question. */
export function memorySearch(): ProductSearch & { documents(tenantId: string): readonly ProductDocument[] } {
  const shelves = new Map<string, Map<string, ProductDocument>>()
  const shelf = (tenantId: string) => {
    const found = shelves.get(tenantId) ?? new Map<string, ProductDocument>()
    shelves.set(tenantId, found)
    return found
  }
  return {
    documents: (tenantId) => [...shelf(tenantId).values()],
    async put(tenantId, documents) {
      for (const document of documents) shelf(tenantId).set(document.productId, document)
    },
    async remove(tenantId, productIds) {
      for (const id of productIds) shelf(tenantId).delete(id)
    },
    async find(tenantId, wish) {
      const index = createShopIndex({ ...plain, ...wish.tuning })
      index.change([...shelf(tenantId).values()], [])
      return index.find(wish)
    },
    startReindex: async () => 2,
    async putAside(tenantId, _, documents) {
      for (const document of documents) shelf(tenantId).set(document.productId, document)
      return true
    },
    finishReindex: async () => undefined,
    reindexState: async () => noReindex,
    differing: async (tenantId, documents, { after, upTo }) => {
      const inRange = [...shelf(tenantId).values()].filter(
        ({ productId }) => productId > after && (upTo === null || productId <= upTo),
      )
      return differences(documents, new Map(inRange.map((document) => [document.productId, digestOf(document)])))
    },
  }
}
