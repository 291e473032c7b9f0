import type { Reading } from "#server/context/work.ts"
import { stockShown } from "#server/domain/catalog/index.ts"
import type { StockState } from "./stock-state.ts"

/** As it can be bought, bundles by their parts. Variants without a stock row are absent from the map. One statement. */
export async function stockOf({ sql, tenantId }: Reading, variantIds: readonly string[]): Promise<Map<string, StockState>> {
  const rows = await sql<StockState & { readonly variantId: string }>`
    select v.id as "variantId", s.on_hand as "onHand", s.reserved, s.free, s.promisable, s.revision
    from variant v ${stockShown}
    where v.tenant_id = ${tenantId} and v.id = any(${[...variantIds]}::text[]) and s.revision is not null`
  return new Map(rows.map(({ variantId, ...state }) => [variantId, state]))
}
