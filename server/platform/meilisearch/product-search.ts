import { type EnqueuedTaskPromise, Meilisearch } from "meilisearch"
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

const tenantShape = /^ten_[0-9a-z]{1,40}$/

/** One index for the platform. The filter by tenant is built here and nowhere else, and there is no search without it. */
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
      const stored = documents.map((document) => ({ ...document, tenantId, id: documentId(tenantId, document.productId) }))
      await done(index.addDocuments(stored, { primaryKey: "id" }))
    },
    async remove(tenantId, productIds) {
      if (productIds.length === 0) return
      await prepare()
      await done(index.deleteDocuments(productIds.map((productId) => documentId(tenantId, productId))))
    },
    async find(tenantId, query, most) {
      await prepare()
      const filter = `tenantId = "${checked(tenantId)}"`
      const { hits } = await index.search(query, { filter, limit: most, attributesToRetrieve: ["productId"] })
      return hits.map(({ productId }) => productId)
    },
  }
}

function documentId(tenantId: string, productId: string): string {
  return `${checked(tenantId)}-${productId}`
}

function checked(tenantId: string): string {
  if (!tenantShape.test(tenantId)) throw new Error("no tenant in scope")
  return tenantId
}

/** The server takes a task first and does it later: only then is it known whether it could. */
async function done(task: EnqueuedTaskPromise): Promise<void> {
  const { status, error } = await task.waitTask({ timeout: 30_000 })
  if (status !== "succeeded") throw new Error(`the search index did not change: ${error?.message ?? status}`)
}
