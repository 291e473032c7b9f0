import type { TenantRows } from "#prisma/tenancy.ts"
import type { DocumentRow } from "./document-row.ts"

interface Standing {
  readonly generation: number
  readonly building: number | null
}

/** Which of the shop's generations a write goes to. */
export type Target = "all" | "building"

/**
 * Writes documents under a new revision of the index. The index's row is locked until the commit: revisions are committed in their
 * order, so that who follows by revision misses nothing. What stands there already is not written again.
 */
export async function writeDocuments(scoped: TenantRows, documents: readonly DocumentRow[], target: Target): Promise<void> {
  const { sql, tenantId } = scoped
  const standing = await lockIndex(scoped)
  const isAside = target === "building"
  for (const generation of generationsOf(standing, target)) {
    const same = await sql<{ productId: string; digest: string; isGone: boolean }>`
      select product_id as "productId", digest, is_gone as "isGone" from search_document
      where tenant_id = ${tenantId} and generation = ${generation} and product_id = any(${documents.map(({ productId }) => productId)})`
    const there = new Set(same.map(({ productId }) => productId))
    const known = new Map(same.filter(({ isGone }) => !isGone).map(({ productId, digest }) => [productId, digest]))
    // What a job has written into the new generation is newer than what the reindex has read.
    const changed = documents.filter(({ productId, digest }) =>
      isAside ? !there.has(productId) : known.get(productId) !== digest,
    )
    if (changed.length === 0) continue
    const revision = await nextRevision(scoped)
    await sql`
      insert into search_document (tenant_id, generation, product_id, revision, is_gone, title, body, content, digest, indexed_at)
      select ${tenantId}, ${generation}::int, d."productId", ${revision}::bigint, false, d.title, d.body, d.content, d.digest, now()
      from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb)
        as d("productId" text, title text, body text, content jsonb, digest text)
      on conflict (tenant_id, generation, product_id) do update set revision = excluded.revision, is_gone = false,
        title = excluded.title, body = excluded.body, content = excluded.content, digest = excluded.digest, indexed_at = excluded.indexed_at`
  }
}

/** Marks documents as gone, in every generation that has them. */
export async function removeDocuments(scoped: TenantRows, productIds: readonly string[]): Promise<void> {
  const { sql, tenantId } = scoped
  const standing = await lockIndex(scoped)
  for (const generation of generationsOf(standing, "all")) {
    const there = await sql<{ productId: string }>`
      select product_id as "productId" from search_document
      where tenant_id = ${tenantId} and generation = ${generation} and not is_gone and product_id = any(${[...productIds]})`
    // In a generation that is being made it is said of all: the reindex may have read them before they left.
    const leaving = generation === standing.building ? productIds : there.map(({ productId }) => productId)
    if (leaving.length === 0) continue
    const revision = await nextRevision(scoped)
    await sql`
      insert into search_document (tenant_id, generation, product_id, revision, is_gone, title, body, content, digest, indexed_at)
      select ${tenantId}, ${generation}::int, id, ${revision}::bigint, true, '', '', '{}', '', now() from unnest(${[...leaving]}::text[]) as id
      on conflict (tenant_id, generation, product_id) do update set is_gone = true, revision = excluded.revision, title = '', body = '',
        content = '{}', digest = '', indexed_at = excluded.indexed_at`
  }
}

async function lockIndex({ sql, tenantId }: TenantRows): Promise<Standing> {
  const [standing] = await sql<Standing>`
    insert into search_index as i (tenant_id) values (${tenantId})
    on conflict (tenant_id) do update set revision = i.revision returning generation, building`
  if (!standing) throw new Error("the shop's index could not be opened")
  return standing
}

async function nextRevision({ sql, tenantId }: TenantRows): Promise<bigint> {
  const [row] = await sql<{ revision: bigint }>`
    update search_index set revision = revision + 1 where tenant_id = ${tenantId} returning revision`
  if (!row) throw new Error("the shop's index is not there")
  return row.revision
}

function generationsOf({ generation, building }: Standing, target: Target): number[] {
  const aside = building === null ? [] : [building]
  return target === "building" ? aside : [generation, ...aside]
}
