import type { TenantRows } from "#prisma/tenancy.ts"
import type { ReindexState } from "#server/ports/product-search.ts"

/** A generation that nobody finished is thrown away: its number is not used again. */
export async function openGeneration({ sql, tenantId }: TenantRows, wanted: number): Promise<number> {
  const [row] = await sql<{ abandoned: number | null }>`
    insert into search_index as i (tenant_id) values (${tenantId})
    on conflict (tenant_id) do update set revision = i.revision returning building as abandoned`
  const abandoned = row?.abandoned ?? null
  if (abandoned !== null) await sql`delete from search_document where tenant_id = ${tenantId} and generation = ${abandoned}`
  const [begun] = await sql<{ building: number }>`
    update search_index set building = greatest(generation, coalesce(building, 0)) + 1, done = 0, wanted = ${wanted}, started_at = now(), finished_at = null
    where tenant_id = ${tenantId} returning building`
  if (!begun) throw new Error("the shop's index is not there")
  return begun.building
}

/** Locks the index until the commit. False when this is not the generation that is being made. */
export async function countDone({ sql, tenantId }: TenantRows, building: number, more: number): Promise<boolean> {
  const counted = await sql`
    update search_index set done = done + ${more} where tenant_id = ${tenantId} and building = ${building}::int returning 1 as one`
  return counted.length > 0
}

/** The one step: from its commit on, every question is answered by the new generation. */
export async function swapGeneration({ sql, tenantId }: TenantRows, building: number): Promise<void> {
  const [row] = await sql<{ generation: number }>`
    update search_index set generation = building, building = null, revision = revision + 1, finished_at = now()
    where tenant_id = ${tenantId} and building = ${building}::int returning generation`
  if (!row) return
  await sql`delete from search_document where tenant_id = ${tenantId} and generation < ${row.generation}`
  await sql`delete from search_part where tenant_id = ${tenantId} and generation < ${row.generation}`
}

export async function readReindexState({ sql, tenantId }: TenantRows): Promise<ReindexState> {
  const [row] = await sql<ReindexState>`
    select building is not null as "isRunning", done, wanted, started_at as "startedAt", finished_at as "finishedAt"
    from search_index where tenant_id = ${tenantId}`
  return row ?? { isRunning: false, done: 0, wanted: 0, startedAt: null, finishedAt: null }
}
