import type { EnqueuedTaskPromise, Index } from "meilisearch"
import type { Tenancy } from "#prisma/tenancy.ts"
import { asJob } from "#server/kernel/asker.ts"
import { documentOf } from "#server/platform/postgres/product-search/document-row.ts"
import type { SearchTuning } from "#server/ports/product-search.ts"
import { tenantConditions } from "./filters.ts"
import { type StoredDocument, storedDocument, storedId } from "./stored-document.ts"

interface Standing {
  readonly generation: number
  readonly mirroredGeneration: number
  readonly revision: bigint
  readonly productId: string
}

interface Change {
  readonly productId: string
  readonly revision: bigint
  readonly isGone: boolean
  readonly content: unknown
}

const atOnce = 500
const taskMs = 10_000

/**
 * Carries what the built-in engine's rows say over to Meilisearch, from where it was left: the rows are the queue, so that nothing is lost
 * while Meilisearch is away and nothing grows. One process at a time for each shop; who comes second has nothing to do.
 * @throws Error when Meilisearch does not take it; the next call goes on at the same place.
 */
export async function mirrorShop(
  index: Index<StoredDocument>,
  tenancy: Tenancy,
  tenantId: string,
  tuning: SearchTuning,
): Promise<void> {
  for (let isMore = true; isMore; ) {
    isMore = await tenancy.transact(asJob(tenantId), async ({ sql }) => {
      const [standing] = await sql<Standing>`
        select generation, mirrored_generation as "mirroredGeneration", mirrored_revision as revision, mirrored_product as "productId"
        from search_index where tenant_id = ${tenantId} for update skip locked`
      if (!standing) return false
      const { generation } = standing
      const isNew = standing.mirroredGeneration !== generation
      const from = isNew ? { revision: 0n, productId: "" } : standing
      const changes = await sql<Change>`
        select d.product_id as "productId", d.revision, d.is_gone as "isGone", d.content from search_document d
        where d.tenant_id = ${tenantId} and d.generation = ${generation} and (d.revision, d.product_id) > (${from.revision}::bigint, ${from.productId}::text)
        order by d.revision, d.product_id limit ${atOnce}`
      const documents = changes.filter(({ isGone }) => !isGone)
      const gone = changes.filter(({ isGone }) => isGone)
      if (documents.length > 0)
        await done(
          index.addDocuments(
            documents.map(({ productId, content }) =>
              storedDocument(tenantId, generation, documentOf(productId, content), tuning),
            ),
            { primaryKey: "id" },
          ),
        )
      if (gone.length > 0)
        await done(index.deleteDocuments(gone.map(({ productId }) => storedId(tenantId, productId, generation))))
      // While the new generation is not complete the built-in engine answers, so the former may go.
      if (isNew) {
        const [tenant = ""] = tenantConditions(tenantId, generation)
        await done(index.deleteDocuments({ filter: `${tenant} AND generation != ${generation}` }))
      }
      const last = changes.at(-1) ?? from
      await sql`
        update search_index set mirrored_generation = ${generation}, mirrored_revision = ${last.revision}::bigint, mirrored_product = ${last.productId}
        where tenant_id = ${tenantId}`
      return changes.length === atOnce
    })
  }
}

/** The server takes a task first and does it later: only then is it known whether it could. */
async function done(task: EnqueuedTaskPromise): Promise<void> {
  const { status, error } = await task.waitTask({ timeout: taskMs })
  if (status !== "succeeded") throw new Error(`the search index did not change: ${error?.message ?? status}`)
}
