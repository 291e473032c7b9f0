import type { TenantContext } from "#server/context/tenant-context.ts"
import { credit, debit, post, saleBalance } from "#server/domain/ledger/index.ts"
import { money } from "#server/kernel/money.ts"

/** The shop's part of a sale, as refunds and fees have left it, may be paid out from now on. Idempotent. */
export async function releaseSale(ctx: TenantContext, paymentId: string): Promise<void> {
  await ctx.transact(async (work) => {
    const { sql, tenantId, now } = work
    const [sale] = await sql<{ orderId: string; currency: string }>`
      update payment set released_at = ${now}::timestamptz, revision = revision + 1
      where tenant_id = ${tenantId} and id = ${paymentId} and status = 'settled' and released_at is null
      returning order_id as "orderId", trim(currency) as currency`
    if (!sale) return
    const due = money(await saleBalance(work, paymentId, "held"), sale.currency)
    await post(work, { kind: "sale.released", reference: paymentId, entries: [debit("held", due), credit("payable", due)] })
    await work.emit("sale.released", { paymentId, orderId: sale.orderId })
  })
}
