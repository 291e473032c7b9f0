import type { TenantContext } from "#server/context/tenant-context.ts"

/** What can happen to stock: `reserve` and `release` move no piece, only promises. */
export type MovementKind = "open" | "receive" | "count" | "transfer" | "reserve" | "release" | "sell" | "return"

export interface MovementView {
  readonly id: string
  readonly kind: MovementKind
  readonly onHandDelta: number
  readonly reservedDelta: number
  /** Where pieces came or went; null when none did. */
  readonly location: string | null
  /** For whose sake; null when it was the merchant's own. */
  readonly order: { readonly id: string; readonly number: number } | null
  readonly at: Date
}

export interface MovementPage {
  readonly rows: readonly MovementView[]
  readonly page: number
  readonly hasMore: boolean
}

export const movementsPerPage = 50

/** What happened to a variant's stock, newest first. One statement. */
export async function listMovements(ctx: TenantContext, variantId: string, page = 1): Promise<MovementPage> {
  const rows = await ctx.read(
    ({ sql, tenantId }) => sql<MovementView>`
      select m.id, m.kind, m.on_hand_delta as "onHandDelta", m.reserved_delta as "reservedDelta", l.name as location,
        (select json_build_object('id', o.id, 'number', o.number) from "order" o
          where o.tenant_id = m.tenant_id and o.id = m.reference) as "order", m.at
      from stock_movement m left join stock_location l on l.tenant_id = m.tenant_id and l.id = m.location_id
      where m.tenant_id = ${tenantId} and m.variant_id = ${variantId}
      order by m.at desc, m.id desc limit ${movementsPerPage + 1} offset ${(page - 1) * movementsPerPage}`,
  )
  return { rows: rows.slice(0, movementsPerPage), page, hasMore: rows.length > movementsPerPage }
}
