import type { Tenancy, TenantRows } from "#prisma/tenancy.ts"
import { sayClosed } from "#server/context/say-closed.ts"
import { type Clock, systemClock } from "#server/kernel/clock.ts"
import type { CartLine, CartStore, StoredCart } from "#server/ports/cart-store.ts"
import { cartLines, isSameLines } from "#server/platform/cart-lines.ts"

/** Carts beside the shop's other rows. Changes are guarded by the revision and repeated when another one was faster. */
export function createPostgresCartStore(tenancy: Tenancy, clock: Clock = systemClock): CartStore {
  return {
    find: (asker, cartId) => sayClosed(tenancy.read(asker, (scoped) => findCart(scoped, cartId))),
    async change(asker, cartId, change) {
      for (let attempt = 0; attempt < mostAttempts; attempt++) {
        const cart = await sayClosed(tenancy.transact(asker, (scoped) => tryChange(scoped, cartId, change, clock.now())))
        if (cart) return cart
      }
      throw new Error("the cart changes faster than it can be stored")
    },
    async remove(asker, cartId) {
      await sayClosed(tenancy.transact(asker, ({ rows }) => rows.cart.deleteMany({ where: { id: cartId } })))
    },
  }
}

/** Far more than the tabs of one shopper. */
const mostAttempts = 200

async function findCart({ sql, tenantId }: TenantRows, id: string): Promise<StoredCart | undefined> {
  const [row] = await sql<{ lines: unknown; revision: number }>`
    select lines, revision from cart where tenant_id = ${tenantId} and id = ${id}`
  return row && { id, lines: cartLines.parse(row.lines), revision: row.revision }
}

/** Undefined: someone else was faster. */
async function tryChange(
  scoped: TenantRows,
  id: string,
  change: (lines: readonly CartLine[]) => readonly CartLine[],
  at: Date,
): Promise<StoredCart | undefined> {
  const { sql, tenantId } = scoped
  const before = (await findCart(scoped, id)) ?? { id, lines: [], revision: 0 }
  const lines = change(before.lines)
  if (isSameLines(before.lines, lines)) return before
  const [stored] = await sql<{ revision: number }>`
    insert into cart as c (tenant_id, id, lines, revision, updated_at)
    select ${tenantId}, ${id}, ${JSON.stringify(lines)}::jsonb, 1, ${at}::timestamptz
    where ${before.revision}::int = 0 or exists (select from cart where tenant_id = ${tenantId} and id = ${id})
    on conflict (tenant_id, id) do update set lines = excluded.lines, revision = c.revision + 1, updated_at = excluded.updated_at
      where c.revision = ${before.revision}::int
    returning revision`
  return stored && { id, lines, revision: stored.revision }
}
