import { LRUCache } from "lru-cache"
import type { Tenancy, TenantRows } from "#prisma/tenancy.ts"
import { asGuest } from "#server/kernel/asker.ts"
import type { ProductDocument, SearchTuning } from "#server/ports/product-search.ts"
import { documentOf } from "./document-row.ts"
import { packParts, takeParts } from "./parts.ts"
import { createShopIndex, type ShopIndex } from "./shop-index.ts"

/** A shop's index in memory, and how far it has followed the shop's documents. */
export interface Followed {
  readonly generation: number
  readonly index: ShopIndex
  revision: bigint
  /** Of the last document taken: documents of one revision come in the order of their ids. */
  productId: string
}

interface Change {
  readonly productId: string
  readonly revision: bigint
  readonly isGone: boolean
  readonly content: unknown
}

export interface IndexFollower {
  /** The shop's index as the database has it now. Never another shop's: each is filled in a unit of work of its own shop. */
  indexOf(tenantId: string, tuning: SearchTuning): Promise<ShopIndex>
}

const changesAtOnce = 500
/** From here on a process that starts is better served by parts. */
const manyChanges = 5_000
const mostBytes = 256 * 1024 * 1024

/**
 * Indexes live in this process's memory, the least asked leave first, and follow the database by revision: each question begins by asking
 * for what was written since, in the round trip that it takes anyway. So every process answers with what is committed.
 */
export function createIndexFollower(tenancy: Tenancy, bytes = mostBytes): IndexFollower {
  const followed = new LRUCache<string, Followed>({
    maxSize: bytes,
    sizeCalculation: ({ index }) => Math.min(bytes, index.weight + 4_096),
  })
  const opening = new Map<string, Promise<Followed>>()

  async function open(tenantId: string, tuning: SearchTuning, generation: number): Promise<Followed> {
    const fresh: Followed = { generation, index: createShopIndex(tuning), revision: 0n, productId: "" }
    await takeParts(tenancy, tenantId, fresh)
    const read = await catchUp(tenancy, tenantId, fresh)
    followed.set(tenantId, fresh)
    // Without parts the next process would have to read all of it again, but it would answer as well.
    if (read >= manyChanges) await packParts(tenancy, tenantId, fresh).catch(() => undefined)
    return fresh
  }

  function opened(tenantId: string, tuning: SearchTuning, generation: number): Promise<Followed> {
    const under = opening.get(tenantId)
    if (under) return under
    const mine = open(tenantId, tuning, generation).finally(() => opening.delete(tenantId))
    opening.set(tenantId, mine)
    return mine
  }

  return {
    async indexOf(tenantId, tuning) {
      const known = followed.get(tenantId)
      const { generation, changes } = await tenancy.read(asGuest(tenantId), async (scoped) => {
        const [rows, changes] = await Promise.all([generationIn(scoped), known ? changesIn(scoped, known, changesAtOnce) : []])
        return { generation: rows[0]?.generation ?? 1, changes }
      })
      if (!known || known.generation !== generation) return (await opened(tenantId, tuning, generation)).index
      if (take(known, changes)) followed.set(tenantId, known)
      if (changes.length === changesAtOnce) await catchUp(tenancy, tenantId, known)
      return known.index
    },
  }
}

const generationIn = ({ sql, tenantId }: TenantRows) =>
  sql<{ generation: number }>`select generation from search_index where tenant_id = ${tenantId}`

const changesIn = ({ sql, tenantId }: TenantRows, { generation, revision, productId }: Followed, most: number) =>
  sql<Change>`
    select d.product_id as "productId", d.revision, d.is_gone as "isGone", d.content from search_document d
    where d.tenant_id = ${tenantId} and d.generation = ${generation} and (d.revision, d.product_id) > (${revision}::bigint, ${productId}::text)
    order by d.revision, d.product_id limit ${most}`

/** Takes what is newer than what was taken by somebody else in the meantime. Answers whether there was anything. */
function take(followed: Followed, changes: readonly Change[]): boolean {
  const { revision, productId } = followed
  const news = changes.filter(
    (change) => change.revision > revision || (change.revision === revision && change.productId > productId),
  )
  const last = news.at(-1)
  if (!last) return false
  const documents: ProductDocument[] = []
  const gone: string[] = []
  for (const change of news) {
    if (change.isGone) gone.push(change.productId)
    else documents.push(documentOf(change.productId, change.content))
  }
  followed.index.change(documents, gone)
  followed.revision = last.revision
  followed.productId = last.productId
  return true
}

/** Page by page, with other work in between. */
async function catchUp(tenancy: Tenancy, tenantId: string, followed: Followed): Promise<number> {
  for (let read = 0; ; ) {
    const changes = await tenancy.read(asGuest(tenantId), (scoped) => changesIn(scoped, followed, changesAtOnce))
    take(followed, changes)
    read += changes.length
    if (changes.length < changesAtOnce) return read
    await new Promise((resolve) => setImmediate(resolve))
  }
}
