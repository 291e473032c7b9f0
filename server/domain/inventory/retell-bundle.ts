import type { Reading, Work } from "#server/context/work.ts"
import { stockShown } from "#server/domain/catalog/index.ts"
import { present } from "#server/kernel/assert.ts"
import { tell } from "./tell-stock.ts"
import type { Level } from "./level.ts"

interface Shown {
  readonly free: number
  readonly promisable: number
  readonly revision: number
}

/**
 * Changes what a bundle is made of, and tells what it stands at then. Its revision contains those of its parts: with fewer parts it would
 * fall, so its own makes up for what goes. The bundle's row is locked, as are the new parts'.
 */
export async function retellBundle(
  work: Work,
  { variantId, productId, revision: own }: Level,
  change: () => Promise<void>,
): Promise<void> {
  const before = await readShown(work, variantId)
  await change()
  const after = await readShown(work, variantId)
  const rise = Math.max(1, before.revision + 1 - after.revision)
  const { free, promisable } = after
  const { tenantId } = work
  await Promise.all([
    work.sql`update stock_level set revision = ${own + rise}::int where tenant_id = ${tenantId} and variant_id = ${variantId}`,
    tell(work, {
      variantId,
      productId,
      onHand: free,
      freeBefore: before.free,
      free,
      promisable,
      revision: after.revision + rise,
    }),
  ])
}

async function readShown({ sql, tenantId }: Reading, variantId: string): Promise<Shown> {
  const [shown] = await sql<Shown>`
    select s.free, s.promisable, s.revision from variant v ${stockShown} where v.tenant_id = ${tenantId} and v.id = ${variantId}`
  return present(shown, "bundle")
}
