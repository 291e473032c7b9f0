import type { ProductDocument, ProductSearch } from "#server/ports/product-search.ts"

/** Finds documents that contain the query as typed, those with it in the title first. */
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
    async find(tenantId, query, most) {
      const has = (text: string) => text.toLowerCase().includes(query.toLowerCase())
      const documents = [...shelf(tenantId).values()]
      const inTitle = documents.filter(({ title }) => has(title))
      const inBody = documents.filter(({ title, body }) => !has(title) && has(body))
      return [...inTitle, ...inBody].slice(0, most).map(({ productId }) => productId)
    },
  }
}
