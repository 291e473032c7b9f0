import { z } from "zod"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { wholeNumber } from "#server/messages/whole-number.ts"

export const mostDelayDays = 60

/** When a sale may be paid out: so many days after it was paid or sent. */
export const payoutTerms = z.object({
  heldUntil: z.enum(["paid", "shipped"]),
  delayDays: wholeNumber(0, mostDelayDays),
})
export type PayoutTerms = z.infer<typeof payoutTerms>

export async function readPayoutTerms(ctx: TenantContext): Promise<PayoutTerms> {
  const [row] = await ctx.read(
    ({ sql, tenantId }) => sql<{ heldUntil: string; delayDays: number }>`
      select held_until as "heldUntil", delay_days as "delayDays" from payout_terms where tenant_id = ${tenantId}`,
  )
  return { heldUntil: row?.heldUntil === "paid" ? "paid" : "shipped", delayDays: row?.delayDays ?? 2 }
}

/** Counts for every sale that is not released yet. */
export async function changePayoutTerms(ctx: TenantContext, { heldUntil, delayDays }: PayoutTerms): Promise<void> {
  await ctx.transact(
    ({ sql, tenantId, now }) => sql`
      insert into payout_terms (tenant_id, held_until, delay_days, changed_at)
      values (${tenantId}, ${heldUntil}, ${delayDays}::int, ${now}::timestamptz)
      on conflict (tenant_id) do update set held_until = excluded.held_until, delay_days = excluded.delay_days,
        changed_at = excluded.changed_at`,
  )
}
