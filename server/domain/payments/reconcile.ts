import type { PlatformContext } from "#server/context/platform-context.ts"
import { after, days, minutes } from "#server/kernel/clock.ts"
import type { ProviderTransaction } from "#server/ports/payment-gateway.ts"
import { matchTransactions } from "./match-transactions.ts"

/** A movement may be told a little later than it happened. */
const overlap = minutes(10)
const window = days(1)
const atOnce = 500

export interface Reconciled {
  readonly seen: number
  readonly matched: number
}

/**
 * Reads what moved on our account at the provider since the last time, and finds each movement's one posting; what the provider kept
 * of it is booked. Idempotent: what was seen or matched stays so. Rejects as the gateway does when the provider is away.
 */
export async function reconcile(platform: PlatformContext, since?: Date): Promise<Reconciled> {
  const until = after(platform.clock.now(), 1_000)
  let seen = 0
  for (let from = since ?? (await lastSeen(platform)); from < until; from = after(from, window)) {
    const end = after(from, window)
    const found = await platform.ports.payments.listTransactions(from, end < until ? end : until)
    for (let at = 0; at < found.length; at += atOnce) seen += await keep(platform, found.slice(at, at + atOnce))
  }
  return { seen, matched: await matchTransactions(platform) }
}

/** A month back at first: what is older was there before we kept account. */
async function lastSeen(platform: PlatformContext): Promise<Date> {
  const [last] = await platform.read(
    "payments.last-transaction",
    ({ sql }) => sql<{ at: Date | null }>`select max(occurred_at) as at from provider_transaction`,
  )
  return last?.at ? after(last.at, -overlap) : after(platform.clock.now(), -days(30))
}

async function keep(platform: PlatformContext, found: readonly ProviderTransaction[]): Promise<number> {
  const rows = JSON.stringify(
    found.map(({ providerRef, kind, tenantId, subjectId, amount, fee, occurredAt, availableAt }) => ({
      id: providerRef,
      kind,
      tenant: tenantId,
      subject: subjectId,
      amount: amount.minor.toString(),
      fee: fee.minor.toString(),
      currency: amount.currency,
      occurred: occurredAt,
      available: availableAt,
    })),
  )
  const known = await platform.read(
    "payments.known-transactions",
    ({ sql }) => sql<{ id: string }>`
      select id from provider_transaction where id = any(${found.map(({ providerRef }) => providerRef)}::text[])`,
  )
  if (known.length === found.length) return 0
  const kept = await platform.transact(
    "payments.reconcile",
    ({ sql, now }) => sql<{ id: string }>`
      insert into provider_transaction (tenant_id, id, kind, subject_id, amount_minor, fee_minor, currency, occurred_at, available_at, seen_at)
      select coalesce(t.id, ''), r.id, r.kind, r.subject, r.amount, r.fee, r.currency, r.occurred, r.available, ${now}::timestamptz
      from jsonb_to_recordset(${rows}::jsonb) as r(id text, kind text, tenant text, subject text, amount bigint, fee bigint,
        currency text, occurred timestamptz, available timestamptz)
        left join tenant t on t.id = r.tenant
      on conflict do nothing returning id`,
  )
  return kept.length
}
