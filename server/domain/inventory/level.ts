import { type Fragment, fragment } from "#server/context/fragment.ts"
import type { Work } from "#server/context/work.ts"
import { defaultLowAt } from "./pieces.ts"

/** A variant's stock row, locked: nobody else changes it until the transaction ends. */
export interface Level {
  readonly variantId: string
  readonly productId: string
  readonly onHand: number
  readonly reserved: number
  readonly backorderLimit: number
  /** Free pieces from which on it counts as low. */
  readonly lowAt: number
  readonly revision: number
  /** Others are made of it, and move with it. */
  readonly inBundle: boolean
  readonly isBundle: boolean
}

export const promisableOf = ({ onHand, reserved, backorderLimit }: Pick<Level, "onHand" | "reserved" | "backorderLimit">) =>
  onHand - reserved + backorderLimit

/** Columns of a `Level` from stock row `s` and its variant `v`. */
export const levelColumns = (tenantId: string): Fragment => fragment`
  s.variant_id as "variantId", v.product_id as "productId", s.on_hand as "onHand", s.reserved, s.backorder_limit as "backorderLimit",
  coalesce(s.low_at, (select g.low_at from stock_setting g where g.tenant_id = ${tenantId}), ${defaultLowAt}::int) as "lowAt", s.revision,
  exists (select from bundle_part b where b.tenant_id = s.tenant_id and b.component_id = s.variant_id) as "inBundle",
  exists (select from bundle_part b where b.tenant_id = s.tenant_id and b.bundle_id = s.variant_id) as "isBundle"`

/** Locks stock rows in id order: that order keeps two transactions from waiting for each other. */
export function lockLevels({ sql, tenantId }: Work, which: Fragment): Promise<Level[]> {
  return sql<Level>`
    select ${levelColumns(tenantId)}
    from stock_level s join variant v on v.tenant_id = s.tenant_id and v.id = s.variant_id
    where s.tenant_id = ${tenantId} and s.variant_id in (${which})
    order by s.variant_id for update of s`
}
