import { type Index, Meilisearch } from "meilisearch"
import type { Tenancy } from "#prisma/tenancy.ts"
import { sayClosed } from "#server/context/say-closed.ts"
import { asGuest } from "#server/kernel/asker.ts"
import { seconds } from "#server/kernel/clock.ts"
import type { Log } from "#server/kernel/log.ts"
import type { ProductSearch, SearchTuning } from "#server/ports/product-search.ts"
import { answerOf } from "./answer.ts"
import { mirrorShop } from "./mirror.ts"
import type { StoredDocument } from "./stored-document.ts"

export interface MeilisearchParts {
  readonly url: string
  readonly apiKey?: string | undefined
  /** Platforms that share one server keep apart by it. */
  readonly indexName?: string
  readonly tenancy: Tenancy
  /** Keeps the documents, and answers while Meilisearch is away or behind. */
  readonly builtIn: ProductSearch
  readonly log: Log
}

const patienceMs = 1_500
const restMs = seconds(5)

/**
 * Meilisearch beside the built-in engine. What is written goes to the built-in engine's rows, and from there to Meilisearch; questions go to
 * Meilisearch when it has everything, else to the built-in engine. After a failure it is left alone for five seconds: nobody waits for
 * a server that is away, and nothing is kept for it but the rows. Held to the API of Meilisearch 1.x as its client 0.62 speaks it.
 */
export function createMeilisearchProductSearch(parts: MeilisearchParts): ProductSearch {
  const { url, apiKey, indexName = "products", tenancy, builtIn, log } = parts
  const client = new Meilisearch({ host: url, timeout: patienceMs, ...(apiKey === undefined ? {} : { apiKey }) })
  const index = client.index<StoredDocument>(indexName)
  let prepared: Promise<unknown> | undefined
  let awayUntil = 0

  /** Undefined when Meilisearch is away or fails. */
  async function attempt<T>(run: () => Promise<T>): Promise<T | undefined> {
    if (Date.now() < awayUntil) return undefined
    try {
      prepared ??= prepare(index)
      await prepared
      return await run()
    } catch (error) {
      prepared = undefined
      awayUntil = Date.now() + restMs
      log.warn({ err: error }, "Meilisearch is away: the built-in engine answers")
      return undefined
    }
  }
  const mirror = (tenantId: string, tuning: SearchTuning) => attempt(() => mirrorShop(index, tenancy, tenantId, tuning))

  return {
    ...builtIn,
    async put(tenantId, documents, tuning) {
      await builtIn.put(tenantId, documents, tuning)
      await mirror(tenantId, tuning)
    },
    async find(tenantId, wish) {
      const generation = await sayClosed(mirroredGeneration(tenancy, tenantId))
      const answer =
        generation === undefined ? undefined : await attempt(() => answerOf(client, indexName, tenantId, generation, wish))
      if (answer) return answer
      void mirror(tenantId, wish.tuning)
      return builtIn.find(tenantId, wish)
    },
  }
}

/** Tasks are done in the order in which they came: what is sent after the settings finds them applied. */
function prepare(index: Index<StoredDocument>): Promise<unknown> {
  return index.updateSettings({
    searchableAttributes: ["title", "also", "categoryName", "vendor", "options", "skus", "description"],
    filterableAttributes: [
      "tenantId",
      "generation",
      "productId",
      "category",
      "categoryName",
      "vendor",
      "options",
      "price",
      "isAvailable",
      "rating",
    ],
    sortableAttributes: ["price", "publishedAt", "sold"],
    displayedAttributes: ["productId", "title"],
    rankingRules: ["sort", "words", "typo", "proximity", "attribute", "exactness", "isAvailable:desc", "sold:desc"],
    typoTolerance: { minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 } },
    faceting: { maxValuesPerFacet: 200 },
    pagination: { maxTotalHits: 2_400 },
  })
}

/** The generation that Meilisearch has all of; undefined while it is behind. */
async function mirroredGeneration(tenancy: Tenancy, tenantId: string): Promise<number | undefined> {
  const [row] = await tenancy.read(
    asGuest(tenantId),
    ({ sql }) => sql<{ generation: number }>`
      select i.generation from search_index i
      where i.tenant_id = ${tenantId} and i.mirrored_generation = i.generation and not exists (
        select from search_document d where d.tenant_id = ${tenantId} and d.generation = i.generation
          and (d.revision, d.product_id) > (i.mirrored_revision, i.mirrored_product))`,
  )
  return row?.generation
}
