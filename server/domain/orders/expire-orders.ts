import type { TenantContext } from "#server/context/tenant-context.ts"
import type { Work } from "#server/context/work.ts"
import { releaseStock } from "#server/domain/inventory/index.ts"
import { giveUpPayments } from "#server/domain/payments/index.ts"
import { isRefusalOf } from "#server/messages/refusals.ts"
import { cancelOrder } from "./cancel-order.ts"

const batch = 200

/** Gives up what was not paid in time, many orders in one transaction, so that their goods are free at once. Answers how many. */
export async function expireOrders(ctx: TenantContext): Promise<number> {
  for (let expired = 0; ; ) {
    const { due, given } = await expireSome(ctx)
    expired += given
    if (due < batch || given === 0) return expired
  }
}

async function expireSome(ctx: TenantContext): Promise<{ due: number; given: number }> {
  try {
    return await ctx.transact(expireTogether)
  } catch {
    // One that cannot be given up must not keep the others.
    return expireEach(ctx)
  }
}

async function expireTogether(work: Work): Promise<{ due: number; given: number }> {
  const due = await lockDue(work)
  if (due.length === 0) return { due: 0, given: 0 }
  // Paid a moment ago and about to be confirmed: not among them.
  const given = await giveUpPayments(work, due)
  const { sql, tenantId, now } = work
  await Promise.all([
    sql`
      update "order" o set status = 'cancelled', cancel_reason = 'expired', cancelled_at = ${now}::timestamptz, revision = o.revision + 1
      where o.tenant_id = ${tenantId} and o.id = any(${given}::text[])`,
    releaseStock(work, ...given),
    ...given.map((orderId) => work.emit("order.cancelled", { orderId, reason: "expired" })),
  ])
  return { due: due.length, given: given.length }
}

/** Oldest first. Whoever is being paid or cancelled at this moment is passed over. */
async function lockDue({ sql, tenantId, now }: Work): Promise<string[]> {
  const due = await sql<{ id: string }>`
    select o.id from "order" o where o.tenant_id = ${tenantId} and o.status = 'placed' and o.expires_at <= ${now}::timestamptz
    order by o.expires_at, o.id limit ${batch} for update skip locked`
  return due.map(({ id }) => id)
}

async function expireEach(ctx: TenantContext): Promise<{ due: number; given: number }> {
  const where = { status: "placed", expiresAt: { lte: ctx.clock.now() } }
  const due = await ctx.read(({ rows }) =>
    rows.order.findMany({ where, select: { id: true }, orderBy: { expiresAt: "asc" }, take: batch }),
  )
  const faults: unknown[] = []
  let given = 0
  for (const { id } of due) {
    try {
      await cancelOrder(ctx, id, "expired")
      given++
    } catch (error) {
      // Paid or cancelled since it was read: that is the better news.
      if (!isRefusalOf(error, "orders.wrong-state")) faults.push(error)
    }
  }
  if (faults.length > 0) throw faults[0]
  return { due: due.length, given }
}
