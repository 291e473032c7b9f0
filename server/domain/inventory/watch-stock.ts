import { z } from "zod"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { stockShown } from "#server/domain/catalog/index.ts"
import { newId } from "#server/kernel/ids.ts"
import { newToken } from "#server/kernel/random.ts"
import { refuse } from "#server/messages/refusals.ts"

/** Who wants to be told. */
export const stockWatch = z.object({
  variantId: z.string().max(64),
  email: z
    .email()
    .max(254)
    .transform((email) => email.toLowerCase()),
})

export interface StockWatchRequest extends z.infer<typeof stockWatch> {
  /** Of the mail. */
  readonly language: string
  readonly customerId?: string | undefined
}

/**
 * Asks to be told by mail when a variant is back; once per variant and address, however often it is asked. `available`: it is there at
 * this moment, and nobody has to wait.
 * @throws Refusal carts.unknown-variant
 */
export function watchStock(
  ctx: TenantContext,
  { variantId, email, language, customerId }: StockWatchRequest,
): Promise<"watching" | "available"> {
  return ctx.transact(async ({ sql, tenantId, now }) => {
    // Whoever brings it back just now is waited for, or waits: else it would be looked at too early, and the watch written too late.
    await sql`select from stock_level where tenant_id = ${tenantId} and variant_id = ${variantId} for share`
    const [variant] = await sql<{ free: number | null }>`
      select s.free from variant v
        join product p on p.tenant_id = v.tenant_id and p.id = v.product_id and p.status = 'published'
        ${stockShown}
      where v.tenant_id = ${tenantId} and v.id = ${variantId}`
    if (!variant) return refuse("carts.unknown-variant")
    if ((variant.free ?? 0) > 0) return "available"
    await sql`
      insert into stock_watch (tenant_id, id, variant_id, email, language, customer_id, token, created_at)
      values (${tenantId}, ${newId("watch", now.getTime())}, ${variantId}, ${email}, ${language}, ${customerId ?? null}, ${newToken()},
        ${now}::timestamptz)
      on conflict (tenant_id, variant_id, email) do nothing`
    return "watching"
  })
}
