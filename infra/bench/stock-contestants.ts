import pg from "pg"
import { roleUrls } from "#prisma/roles.ts"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { holdStock } from "#server/domain/inventory/index.ts"

/** One way to take a piece of something: answers whether there was one. */
export interface Contestant {
  readonly name: string
  take(variantId: string, buyer: number): Promise<boolean>
  /** Pieces of the variant that are taken, by its own books. */
  taken(variantId: string): Promise<number>
  close(): Promise<void>
}

export const connections = 12

/** The product's own: reservation, movement, event, and everybody who wants the same served together. */
export function rounds(ctx: TenantContext, ownerUrl: string): Contestant {
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 1 })
  return {
    name: "held in rounds",
    async take(variantId, buyer) {
      return (await holdStock(ctx, { reference: `crt_${buyer}:1`, demands: [{ variantId, quantity: 1 }] })).length === 0
    },
    async taken(variantId) {
      const { rows } = await owner.query<{ reserved: number; held: number; moved: number }>(
        `select s.reserved,
           (select coalesce(sum(quantity), 0)::int from reservation r where r.tenant_id = $1 and r.variant_id = $2 and r.status = 'held') as held,
           (select coalesce(sum(reserved_delta), 0)::int from stock_movement m where m.tenant_id = $1 and m.variant_id = $2) as moved
         from stock_level s where s.tenant_id = $1 and s.variant_id = $2`,
        [ctx.tenant.id, variantId],
      )
      const { reserved = 0, held = -1, moved = -1 } = rows[0] ?? {}
      if (reserved !== held || reserved !== moved) throw new Error(`${reserved} reserved, ${held} held, ${moved} moved`)
      return reserved
    },
    close: () => owner.end(),
  }
}

/** What most shops do, and right: the check and the write are one statement. No reservation, no ledger, no event. */
export function conditionalUpdate(ownerUrl: string, tenantId: string): Contestant {
  const pool = new pg.Pool({ connectionString: roleUrls(ownerUrl).platform, max: connections })
  const text = `update bench_level set reserved = reserved + 1
    where tenant_id = $1 and variant_id = $2 and on_hand - reserved >= 1`
  return {
    name: "conditional update",
    take: async (variantId) => (await pool.query({ name: "take", text, values: [tenantId, variantId] })).rowCount === 1,
    taken: (variantId) => count(pool, "select reserved as count from bench_level where variant_id = $1", variantId),
    close: () => pool.end(),
  }
}

/** A row per piece: nobody waits for anybody, and everybody looks for a row that is free. */
export function rowPerUnit(ownerUrl: string): Contestant {
  const pool = new pg.Pool({ connectionString: roleUrls(ownerUrl).platform, max: connections })
  const text = `update bench_unit set taken_by = $2 where (variant_id, number) = (
    select variant_id, number from bench_unit where variant_id = $1 and taken_by is null limit 1 for update skip locked)`
  return {
    name: "a row per unit",
    take: async (variantId, buyer) => (await pool.query({ name: "take", text, values: [variantId, buyer] })).rowCount === 1,
    taken: (variantId) =>
      count(pool, "select count(*)::int as count from bench_unit where variant_id = $1 and taken_by is not null", variantId),
    close: () => pool.end(),
  }
}

async function count(pool: pg.Pool, text: string, variantId: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(text, [variantId])
  return rows[0]?.count ?? 0
}
