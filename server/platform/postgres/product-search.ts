import type { Tenancy } from "#prisma/tenancy.ts"
import { indexText, searchWords } from "#server/kernel/search-words.ts"
import type { ProductSearch } from "#server/ports/product-search.ts"
import { findByLetters, findByWords } from "./product-search-statements.ts"

/** Fewer than this many sound answers, and near misses are put behind them. */
const enough = 8

/**
 * The built-in engine: one row per product, in the tenant's own tables. Words are found by their beginning, without regard to
 * case and accents; Chinese and Japanese by any two neighbours.
 */
export function createPostgresProductSearch(tenancy: Tenancy): ProductSearch {
  return {
    async put(tenantId, documents) {
      if (documents.length === 0) return
      const indexedAt = new Date()
      await tenancy.transact(tenantId, async ({ rows }) => {
        await rows.searchDocument.deleteMany({ where: { productId: { in: documents.map(({ productId }) => productId) } } })
        await rows.searchDocument.createMany({
          data: documents.map(({ productId, title, body }) => {
            return { tenantId, productId, title: indexText(title), body: indexText(body), indexedAt }
          }),
          skipDuplicates: true,
        })
      })
    },
    async remove(tenantId, productIds) {
      await tenancy.transact(tenantId, ({ rows }) =>
        rows.searchDocument.deleteMany({ where: { productId: { in: [...productIds] } } }),
      )
    },
    async find(tenantId, query, most) {
      const words = searchWords(query)
      if (words.query === "") return []
      return tenancy.read(tenantId, async (scoped) => {
        const sound = await findByWords(scoped, words, most)
        const near = sound.length >= enough ? [] : await findByLetters(scoped, words, most)
        return [...new Set([...sound, ...near].map(({ productId }) => productId))].slice(0, most)
      })
    },
  }
}
