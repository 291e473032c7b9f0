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
    const subject = await lockSubject(work, providerEventId)
    const report = parseStoredReport(subject.body)
    checkReport(subject, report)
    await Promise.all([
      conclude(work, subject, report),
      work.sql`
        update provider_event set handled_at = ${work.now}::timestamptz where tenant_id = ${work.tenantId} and id = ${providerEventId}`,
    ])
  })
}

/** What a report speaks of, with the order's amounts as they were when it was placed. */
interface Subject {
  readonly body: unknown
  readonly id: string
  readonly orderId: string
  readonly amountMinor: bigint
  readonly currency: string
  readonly providerRef: string | null
  readonly subtotalMinor: bigint
  readonly shippingMinor: bigint
  readonly taxMinor: bigint
  readonly isTaxIncluded: boolean
  readonly commissionMinor: bigint
}

async function lockSubject({ sql, tenantId }: Work, providerEventId: string): Promise<Subject> {
  const [subject] = await sql<Subject>`
    select e.body, p.id, p.order_id as "orderId", p.amount_minor as "amountMinor", trim(p.currency) as currency,
      p.provider_ref as "providerRef", o.subtotal_minor as "subtotalMinor", o.shipping_minor as "shippingMinor",
      o.tax_minor as "taxMinor", o.tax_included as "isTaxIncluded", o.commission_minor as "commissionMinor"
    from provider_event e
      join payment p on p.tenant_id = e.tenant_id and p.id = e.body ->> 'paymentId'
      join "order" o on o.tenant_id = p.tenant_id and o.id = p.order_id
    where e.tenant_id = ${tenantId} and e.id = ${providerEventId}
    for update of p`
  return present(subject, "payment of the report")
}

async function conclude(work: Work, subject: Subject, report: StoredReport): Promise<void> {
  const { id: paymentId, orderId } = subject
  if (report.status === "succeeded") {
    if (!(await move(work, paymentId, "settled", ""))) return
    await Promise.all([
      post(work, { kind: "payment.settled", reference: paymentId, entries: settlementEntries(orderOf(subject)) }),
      work.emit("payment.settled", { paymentId, orderId }),
    ])
  } else if (report.status === "requires_payment_method" && report.failureCode !== "") {
    const { failureCode } = report
    if (await move(work, paymentId, "failed", failureCode)) await work.emit("payment.failed", { paymentId, orderId, failureCode })
  } else if (report.status === "canceled") {
    await move(work, paymentId, "cancelled", "")
  }
}

async function move({ sql, tenantId, now }: Work, id: string, to: PaymentStatus, failureCode: string): Promise<boolean> {
  const moved = await sql<{ id: string }>`
    update payment set status = ${to}, failure_code = ${failureCode}, revision = revision + 1,
      settled_at = case ${to}::text when 'settled' then ${now}::timestamptz else settled_at end
    where tenant_id = ${tenantId} and id = ${id} and status = any (${sourcesOf(to)}::text[])
    returning id`
  return moved.length > 0
}

function orderOf({
  currency,
  subtotalMinor,
  shippingMinor,
  taxMinor,
  isTaxIncluded,
  amountMinor,
  commissionMinor,
}: Subject): SettledOrder {
  return {
    subtotal: money(subtotalMinor, currency),
    shipping: money(shippingMinor, currency),
    tax: money(taxMinor, currency),
    isTaxIncluded,
    total: money(amountMinor, currency),
    commission: money(commissionMinor, currency),
  }
}
