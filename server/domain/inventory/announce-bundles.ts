import type { Work } from "#server/context/work.ts"
import type { StockMove } from "./stock-move.ts"
import { tell } from "./tell-stock.ts"

interface PartRow {
  readonly bundleId: string
  readonly productId: string
  readonly ownRevision: number
  readonly componentId: string
  readonly per: number
  readonly onHand: number
  readonly reserved: number
  readonly backorderLimit: number
  readonly revision: number
}

/**
 * What these moves did to bundles. Two parts of a bundle may move in two transactions at once, and each would tell of the other's as it
 * was: so the bundle's own row is locked first, and what is read then, in a statement of its own, is the truth until this one ends.
 */
export async function announceBundles(work: Work, moves: readonly StockMove[]): Promise<void> {
  const moved = moves.map(({ level }) => level.variantId)
  const [, parts] = await Promise.all([lockBundles(work, moved), readParts(work, moved)])
  const before = new Map(moves.map(({ level }) => [level.variantId, level.onHand - level.reserved]))
  const bundles = new Map<string, PartRow[]>()
  for (const part of parts) bundles.set(part.bundleId, [...(bundles.get(part.bundleId) ?? []), part])
  await Promise.all([...bundles.values()].map((rows) => tellBundle(work, rows, before)))
}

/** @param before free pieces of parts, where this transaction changed them. */
async function tellBundle(work: Work, parts: readonly PartRow[], before: ReadonlyMap<string, number>): Promise<void> {
  const [first] = parts
  if (!first) return
  const scarcest = (count: (part: PartRow) => number) =>
    Math.min(...parts.map((part) => Math.floor(Math.max(0, count(part)) / part.per)))
  const free = scarcest(({ onHand, reserved }) => onHand - reserved)
  await tell(work, {
    variantId: first.bundleId,
    productId: first.productId,
    onHand: free,
    freeBefore: scarcest(({ componentId, onHand, reserved }) => before.get(componentId) ?? onHand - reserved),
    free,
    promisable: scarcest(({ onHand, reserved, backorderLimit }) => onHand - reserved + backorderLimit),
    revision: parts.reduce((sum, { revision }) => sum + revision, first.ownRevision),
  })
}

function lockBundles({ sql, tenantId }: Work, moved: readonly string[]): Promise<unknown> {
  return sql`
    select s.variant_id from stock_level s
    where s.tenant_id = ${tenantId} and s.variant_id in (
      select b.bundle_id from bundle_part b where b.tenant_id = ${tenantId} and b.component_id = any(${[...moved]}::text[]))
    order by s.variant_id for update of s`
}

function readParts({ sql, tenantId }: Work, moved: readonly string[]): Promise<PartRow[]> {
  return sql<PartRow>`
    select b.bundle_id as "bundleId", v.product_id as "productId", own.revision as "ownRevision", b.component_id as "componentId",
      b.quantity as per, s.on_hand as "onHand", s.reserved, s.backorder_limit as "backorderLimit", s.revision
    from bundle_part b
      join variant v on v.tenant_id = b.tenant_id and v.id = b.bundle_id
      join stock_level own on own.tenant_id = b.tenant_id and own.variant_id = b.bundle_id
      join stock_level s on s.tenant_id = b.tenant_id and s.variant_id = b.component_id
    where b.tenant_id = ${tenantId} and b.bundle_id in (
      select hit.bundle_id from bundle_part hit where hit.tenant_id = ${tenantId} and hit.component_id = any(${[...moved]}::text[]))
    order by b.bundle_id, b.component_id`
}
