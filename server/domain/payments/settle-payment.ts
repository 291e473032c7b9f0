import { once } from "#server/context/once.ts"
import type { TenantContext } from "#server/context/tenant-context.ts"
import type { Work } from "#server/context/work.ts"
import { post } from "#server/domain/ledger/index.ts"
import { present } from "#server/kernel/assert.ts"
import { money } from "#server/kernel/money.ts"
import { checkReport } from "./check-report.ts"
import { type PaymentStatus, sourcesOf } from "./payment-states.ts"
import { parseStoredReport, type StoredReport } from "./provider-report.ts"
import { type SettledOrder, settlementEntries } from "./settlement-entries.ts"

/**
 * Draws the conclusion from a stored report. Right in any order and number of reports: a payment that settled stays so.
 * @throws Error when the report does not match our row; then nothing changes
 */
export function settlePayment(ctx: TenantContext, providerEventId: string, eventId: string): Promise<void> {
  return ctx.transact(async (work) => {
    if (!(await once(work, "payments.settle", eventId))) return
    const told = await work.rows.providerEvent.findFirst({ where: { id: providerEventId }, select: { body: true } })
    const report = parseStoredReport(present(told, "provider event").body)
    const payment = await lockPayment(work, report.paymentId)
    checkReport(payment, report)
    await conclude(work, payment, report, ctx.tenant.commissionBps)
    await work.rows.providerEvent.updateMany({ where: { id: providerEventId }, data: { handledAt: work.now } })
  })
}

interface LockedPayment {
  readonly id: string
  readonly orderId: string
  readonly amountMinor: bigint
  readonly currency: string
  readonly providerRef: string | null
}

async function lockPayment({ sql, tenantId }: Work, paymentId: string): Promise<LockedPayment> {
  const [payment] = await sql<LockedPayment>`
    select id, order_id as "orderId", amount_minor as "amountMinor", trim(currency) as currency, provider_ref as "providerRef"
    from payment where tenant_id = ${tenantId} and id = ${paymentId} for update`
  return present(payment, "payment of the report")
}

async function conclude(work: Work, payment: LockedPayment, report: StoredReport, commissionBps: number): Promise<void> {
  const subject = { paymentId: payment.id, orderId: payment.orderId }
  if (report.status === "succeeded") {
    if (!(await move(work, payment.id, "settled", ""))) return
    const order = await readOrder(work, payment.orderId)
    await post(work, { kind: "payment.settled", reference: payment.id, entries: settlementEntries(order, commissionBps) })
    await work.emit("payment.settled", subject)
  } else if (report.status === "requires_payment_method" && report.failureCode !== "") {
    if (!(await move(work, payment.id, "failed", report.failureCode))) return
    await work.emit("payment.failed", { ...subject, failureCode: report.failureCode })
  } else if (report.status === "canceled") {
    await move(work, payment.id, "cancelled", "")
  }
}

async function move({ sql, tenantId, now }: Work, id: string, to: PaymentStatus, failureCode: string): Promise<boolean> {
  const moved = await sql<{ id: string }>`
    update payment set status = ${to}, failure_code = ${failureCode}, revision = revision + 1,
      settled_at = case when ${to} = 'settled' then ${now}::timestamptz else settled_at end
    where tenant_id = ${tenantId} and id = ${id} and status = any (${sourcesOf(to)}::text[])
    returning id`
  return moved.length > 0
}

async function readOrder({ rows }: Work, id: string): Promise<SettledOrder> {
  const order = present(await rows.order.findFirst({ where: { id } }), "order of the payment")
  const currency = order.currency.trim()
  return {
    subtotal: money(order.subtotalMinor, currency),
    shipping: money(order.shippingMinor, currency),
    tax: money(order.taxMinor, currency),
    isTaxIncluded: order.taxIncluded,
    total: money(order.totalMinor, currency),
  }
}
