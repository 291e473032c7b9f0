import type { Client } from "pg"
import type { Randomness } from "#infra/prove/isolation/randomness.ts"

/**
 * What no code of the house would do to a shop's index: a document is lost, says something else, or stands for a product that is not to be
 * found. Answers how many differ now.
 */
export async function spoil(owner: Client, tenantId: string, random: Randomness): Promise<number> {
  const there = await owner.query<{ id: string }>(
    `select d.product_id as id from search_document d join search_index i on i.tenant_id = d.tenant_id and i.generation = d.generation
     where d.tenant_id = $1 and not d.is_gone order by 1`,
    [tenantId],
  )
  const some = there.rows.map(({ id }) => id).filter((_, at) => at === 0 || random.chance(0.2))
  for (const id of some) {
    const how = random.below(3)
    if (how === 0) await owner.query("delete from search_document where tenant_id = $1 and product_id = $2", [tenantId, id])
    if (how === 1)
      await owner.query(
        `update search_document set content = jsonb_set(content, '{title}', '"Spoiled"'), digest = 'spoiled' where tenant_id = $1 and product_id = $2`,
        [tenantId, id],
      )
    if (how === 2)
      await owner.query("update product set status = 'draft', published_at = null where tenant_id = $1 and id = $2", [
        tenantId,
        id,
      ])
  }
  return some.length
}
