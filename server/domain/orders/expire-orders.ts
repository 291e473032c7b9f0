import type { TenantContext } from "#server/context/tenant-context.ts"
import { isRefusalOf } from "#server/messages/refusals.ts"
import { cancelOrder } from "./cancel-order.ts"

const batch = 100

/** Gives up what was not paid in time, each order in its own transaction. Answers how many. */
export async function expireOrders(ctx: TenantContext): Promise<number> {
  const due = await ctx.read(({ rows, now }) =>
    rows.order.findMany({
      where: { status: "placed", expiresAt: { lte: now } },
      select: { id: true },
      orderBy: { expiresAt: "asc" },
      take: batch,
    }),
  )
  let expired = 0
  for (const { id } of due) if (await expireOrder(ctx, id)) expired++
  return expired
}

async function expireOrder(ctx: TenantContext, orderId: string): Promise<boolean> {
  try {
    await cancelOrder(ctx, orderId, "expired")
    return true
  } catch (error) {
    // Paid or cancelled since it was read: that is the better news.
    if (isRefusalOf(error, "orders.wrong-state")) return false
    throw error
  }
}
