import { Client } from "pg"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { createStockedProduct } from "#server/domain/inventory/index.ts"
import { present } from "#server/kernel/assert.ts"
import { newId } from "#server/kernel/ids.ts"
import { draftOf } from "#tests/support/goods.ts"

export const plenty = 1_000_000
export const unitRows = 60_000

/** Fresh goods, in the product's tables and beside them in the rivals' own. */
export interface BenchGoods {
  /** One variant with so many pieces. */
  one(pieces: number): Promise<string>
  /** So many variants with a thousand pieces each. */
  spread(variants: number): Promise<string[]>
  close(): Promise<void>
}

export async function openGoods(ctx: TenantContext, ownerUrl: string): Promise<BenchGoods> {
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query(`
    create table bench_level (tenant_id text, variant_id text, on_hand int not null, reserved int not null default 0,
      primary key (tenant_id, variant_id), check (reserved <= on_hand));
    create table bench_unit (variant_id text, number int, taken_by int, primary key (variant_id, number));
    create index on bench_unit (variant_id) where taken_by is null;
    grant select, update on bench_level, bench_unit to rialto_platform`)
  const rivals = (ids: readonly string[], pieces: number) =>
    owner.query("insert into bench_level (tenant_id, variant_id, on_hand) select $1, id, $3 from unnest($2::text[]) as t(id)", [
      ctx.tenant.id,
      ids,
      pieces,
    ])
  const product = async (pieces: number) => {
    const draft = draftOf("USD", { title: "Thing" })
    const made = await createStockedProduct(ctx, {
      ...draft,
      variants: draft.variants.map((variant) => ({ ...variant, sku: newId("variant"), onHand: pieces })),
    })
    return { productId: made.productId, variantId: present(made.variants[0], "variant").id }
  }
  return {
    async one(pieces) {
      const { variantId } = await product(pieces)
      await rivals([variantId], pieces)
      await owner.query("insert into bench_unit (variant_id, number) select $1, n from generate_series(1, $2::int) n", [
        variantId,
        Math.min(pieces, unitRows),
      ])
      await owner.query("vacuum analyze bench_unit")
      return variantId
    },
    async spread(variants) {
      const { productId } = await product(0)
      const ids = Array.from({ length: variants }, () => newId("variant"))
      const values = [ctx.tenant.id, ids, 1_000]
      await owner.query("begin")
      await owner.query(
        `insert into variant (tenant_id, id, product_id, sku, choices, price_minor, position)
         select $1, id, $2, id, array[id], 1000, 0 from unnest($3::text[]) as t(id)`,
        [ctx.tenant.id, productId, ids],
      )
      await owner.query(
        "insert into stock_level (tenant_id, variant_id, on_hand) select $1, id, $3::int from unnest($2::text[]) as t(id)",
        values,
      )
      await owner.query(
        `insert into stock_shelf (tenant_id, variant_id, location_id, on_hand)
         select $1, t.id, l.id, $3::int from unnest($2::text[]) as t(id), stock_location l where l.tenant_id = $1 and l.priority = 1`,
        values,
      )
      await owner.query("commit")
      await rivals(ids, 1_000)
      await owner.query(
        `insert into bench_unit (variant_id, number) select id, n from unnest($1::text[]) as t(id), generate_series(1, 10) n`,
        [ids],
      )
      await owner.query("vacuum analyze bench_unit, bench_level, stock_level, variant")
      return ids
    },
    close: () => owner.end(),
  }
}
