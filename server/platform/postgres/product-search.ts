import type { Tenancy } from "#prisma/tenancy.ts"
import { sayClosed } from "#server/context/say-closed.ts"
import { asJob } from "#server/kernel/asker.ts"
import type { ProductSearch } from "#server/ports/product-search.ts"
import { differences, rowOf } from "./product-search/document-row.ts"
import { createIndexFollower } from "./product-search/follow-index.ts"
import { countDone, openGeneration, readReindexState, swapGeneration } from "./product-search/reindex.ts"
import { removeDocuments, writeDocuments } from "./product-search/write-documents.ts"

/**
 * The built-in engine: documents are rows of the tenant's own, written by workers; who searches holds the shop's index in memory and
 * follows the rows by revision.
 */
export function createPostgresProductSearch(tenancy: Tenancy): ProductSearch {
  const follower = createIndexFollower(tenancy)
  return {
    async put(tenantId, documents, tuning) {
      if (documents.length === 0) return
      const rows = documents.map((document) => rowOf(document, tuning))
      await tenancy.transact(asJob(tenantId), (scoped) => writeDocuments(scoped, rows, "all"))
    },
    async remove(tenantId, productIds) {
      if (productIds.length === 0) return
      await tenancy.transact(asJob(tenantId), (scoped) => removeDocuments(scoped, productIds))
    },
    find: async (tenantId, wish) => (await sayClosed(follower.indexOf(tenantId, wish.tuning))).find(wish),
    startReindex: (tenantId, wanted) => tenancy.transact(asJob(tenantId), (scoped) => openGeneration(scoped, wanted)),
    putAside(tenantId, second, documents, tuning) {
      const rows = documents.map((document) => rowOf(document, tuning))
      return tenancy.transact(asJob(tenantId), async (scoped) => {
        const isOurs = await countDone(scoped, second, rows.length)
        if (isOurs) await writeDocuments(scoped, rows, "building")
        return isOurs
      })
    },
    finishReindex: (tenantId, second) => tenancy.transact(asJob(tenantId), (scoped) => swapGeneration(scoped, second)),
    reindexState: (tenantId) => tenancy.read(asJob(tenantId), readReindexState),
    async differing(tenantId, documents, { after, upTo }) {
      const indexed = await tenancy.read(
        asJob(tenantId),
        ({ sql }) => sql<{ productId: string; digest: string }>`
          select d.product_id as "productId", d.digest from search_document d
          where d.tenant_id = ${tenantId} and d.product_id > ${after} and (${upTo}::text is null or d.product_id <= ${upTo}::text) and not d.is_gone
            and d.generation = coalesce((select i.generation from search_index i where i.tenant_id = ${tenantId}), 1)`,
      )
      return differences(documents, new Map(indexed.map(({ productId, digest }) => [productId, digest])))
    },
  }
}
