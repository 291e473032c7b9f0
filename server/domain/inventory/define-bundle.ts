import { fragment } from "#server/context/fragment.ts"
import type { TenantContext } from "#server/context/tenant-context.ts"
import type { Work } from "#server/context/work.ts"
import { refuse } from "#server/messages/refusals.ts"
import { type Level, lockLevels } from "./level.ts"
import { retellBundle } from "./retell-bundle.ts"

export interface BundleDraftPart {
  readonly componentId: string
  readonly quantity: number
}

export const mostBundleParts = 20
export const mostPerBundle = 1_000

/**
 * From now on the variant is made of these parts and has no pieces of its own; without parts it is an ordinary one again. What was
 * ordered before stays as it was. Locks the stock of all of them.
 * @throws Refusal inventory.bad-bundle, catalog.product-not-found
 */
export async function defineBundle(ctx: TenantContext, bundleId: string, parts: readonly BundleDraftPart[]): Promise<void> {
  checkDraft(bundleId, parts)
  await ctx.transact(async (work) => {
    const ids = [bundleId, ...parts.map(({ componentId }) => componentId)]
    const known = new Map(
      (await lockLevels(work, fragment`select unnest(${ids}::text[])`)).map((level) => [level.variantId, level]),
    )
    const bundle = known.get(bundleId)
    if (!bundle) return refuse("catalog.product-not-found")
    checkLevels(
      bundle,
      parts.map(({ componentId }) => known.get(componentId)),
      parts.length > 0,
    )
    await retellBundle(work, bundle, () => replaceParts(work, bundleId, parts))
  })
}

function checkDraft(bundleId: string, parts: readonly BundleDraftPart[]): void {
  const isWhole = parts.every(({ quantity }) => Number.isInteger(quantity) && quantity >= 1 && quantity <= mostPerBundle)
  if (!isWhole || parts.length > mostBundleParts) throw new RangeError("a bundle's parts")
  if (parts.some(({ componentId }) => componentId === bundleId)) refuse("inventory.bad-bundle", { because: "itself" })
  if (new Set(parts.map(({ componentId }) => componentId)).size < parts.length)
    refuse("inventory.bad-bundle", { because: "twice" })
}

function checkLevels(bundle: Level, parts: readonly (Level | undefined)[], becomesBundle: boolean): void {
  const { onHand, reserved, backorderLimit } = bundle
  if (parts.some((part) => !part)) refuse("inventory.bad-bundle", { because: "unknown" })
  if (parts.some((part) => part?.isBundle)) refuse("inventory.bad-bundle", { because: "nested" })
  if (becomesBundle && bundle.inBundle) refuse("inventory.bad-bundle", { because: "part-of-another" })
  if (becomesBundle && onHand + reserved + backorderLimit > 0) refuse("inventory.bad-bundle", { because: "has-stock" })
}

async function replaceParts({ sql, tenantId }: Work, bundleId: string, parts: readonly BundleDraftPart[]): Promise<void> {
  await Promise.all([
    sql`delete from bundle_part where tenant_id = ${tenantId} and bundle_id = ${bundleId}`,
    sql`
      insert into bundle_part (tenant_id, bundle_id, component_id, quantity)
      select ${tenantId}, ${bundleId}, p.component_id, p.quantity
      from unnest(${parts.map(({ componentId }) => componentId)}::text[], ${parts.map(({ quantity }) => quantity)}::int[])
        as p(component_id, quantity)`,
  ])
}
