import { type EnqueuedTaskPromise, Meilisearch } from "meilisearch"
import { searchDocumentId, searchFilter } from "#server/kernel/tenant-keys.ts"
import type { ProductSearch } from "#server/ports/product-search.ts"

export interface MeilisearchOptions {
  readonly url: string
  readonly apiKey?: string
  /** Platforms that share one server keep apart by it. */
  readonly indexName?: string
}

interface StoredDocument {
  /** `<tenant>-<product>`: a document can never stand in the place of another tenant's. */
  readonly id: string
  readonly tenantId: string
  readonly productId: string
  readonly title: string
  readonly body: string
}

/** One index for the platform. There is no search without the filter by tenant. */
export function createMeilisearchProductSearch({ url, apiKey, indexName = "products" }: MeilisearchOptions): ProductSearch {
  const client = new Meilisearch({ host: url, timeout: 5_000, ...(apiKey === undefined ? {} : { apiKey }) })
  const index = client.index<StoredDocument>(indexName)
  let prepared: Promise<unknown> | undefined

  /** Tasks are done in the order in which they came: what is sent after the settings finds them applied. */
  function prepare(): Promise<unknown> {
    prepared ??= index
      .updateSettings({
        searchableAttributes: ["title", "body"],
        filterableAttributes: ["tenantId"],
        displayedAttributes: ["productId"],
      })
      .catch((error: unknown) => {
        prepared = undefined
        throw error
      })
    return prepared
  }

  return {
    async put(tenantId, documents) {
      if (documents.length === 0) return
      await prepare()
      const stored = documents.map((document) => ({ ...document, tenantId, id: searchDocumentId(tenantId, document.productId) }))
      await done(index.addDocuments(stored, { primaryKey: "id" }))
    },
    async remove(tenantId, productIds) {
      if (productIds.length === 0) return
      await prepare()
      await done(index.deleteDocuments(productIds.map((productId) => searchDocumentId(tenantId, productId))))
    },
    async find(tenantId, query, most) {
      await prepare()
      const { hits } = await index.search(query, {
        filter: searchFilter(tenantId),
        limit: most,
        attributesToRetrieve: ["productId"],
      })
      return hits.map(({ productId }) => productId)
    },
  }
}

/** The server takes a task first and does it later: only then is it known whether it could. */
async function done(task: EnqueuedTaskPromise): Promise<void> {
  const { status, error } = await task.waitTask({ timeout: 30_000 })
  if (status !== "succeeded") throw new Error(`the search index did not change: ${error?.message ?? status}`)
}
