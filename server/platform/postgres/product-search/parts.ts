import type { Tenancy } from "#prisma/tenancy.ts"
import { asGuest, asJob } from "#server/kernel/asker.ts"
import { lockName } from "#server/kernel/tenant-keys.ts"
import type { Followed } from "./follow-index.ts"
import { decodeSegment, encodeSegment } from "./packed-segment.ts"

/** Takes the index's parts, one after the other, with other work in between. Where there are none nothing changes. */
export async function takeParts(tenancy: Tenancy, tenantId: string, followed: Followed): Promise<void> {
  for (let id = 1; ; id++) {
    const [part] = await tenancy.read(
      asGuest(tenantId),
      ({ sql }) => sql<{ packed: string; revision: bigint; productId: string }>`
        select packed, up_to_revision as revision, up_to_product as "productId" from search_part
        where tenant_id = ${tenantId} and generation = ${followed.generation} and id = ${id}`,
    )
    if (!part) return
    followed.index.attach(decodeSegment(part.packed))
    followed.revision = part.revision
    followed.productId = part.productId
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** Puts the whole index aside in parts, in the place of those that were there. One process at a time; who comes second lets it be. */
export async function packParts(
  tenancy: Tenancy,
  tenantId: string,
  { index, generation, revision, productId }: Followed,
): Promise<void> {
  const segments = index.segments.map(({ segment }) => segment)
  await tenancy.transact(asJob(tenantId), async ({ sql }) => {
    const [lock] = await sql<{
      mine: boolean
    }>`select pg_try_advisory_xact_lock(hashtextextended(${lockName(tenantId, "search_part")}, 0)) as mine`
    if (!lock?.mine) return
    await sql`delete from search_part where tenant_id = ${tenantId} and generation = ${generation}`
    for (const [at, segment] of segments.entries())
      await sql`
        insert into search_part (tenant_id, generation, id, up_to_revision, up_to_product, documents, packed)
        values (${tenantId}, ${generation}, ${at + 1}, ${revision}::bigint, ${productId}, ${segment.productIds.length}, ${encodeSegment(segment)})`
  })
}
