import type { PlatformContext } from "#server/context/platform-context.ts"
import { newId } from "#server/kernel/ids.ts"

const atOnce = 1_000

/**
 * Finds the one posting of each movement that has none yet: of the same kind and subject, with the same amount on the account that
 * stands for the provider. In batches, each a transaction of its own. Answers how many found theirs.
 */
export async function matchTransactions(platform: PlatformContext): Promise<number> {
  let matched = 0
  for (;;) {
    const found = await matchSome(platform)
    matched += found
    if (found < atOnce) return matched
  }
}

/** The fee's posting is made in the statement that finds the match: both or neither. No sale is released before its fee is known. */
async function matchSome(platform: PlatformContext): Promise<number> {
  const [due] = await platform.read(
    "payments.unmatched-transactions",
    ({ sql }) => sql<{ any: boolean }>`
      select exists (
        select from provider_transaction t join posting p on p.tenant_id = t.tenant_id and p.reference = t.subject_id
          and p.kind = case t.kind when 'charge' then 'payment.settled' when 'refund' then 'refund.settled' when 'transfer' then 'transfer.sent'
            when 'reversal' then 'transfer.reversed' else 'refund.failed' end
        where t.posting_id is null and t.kind <> 'other' and t.subject_id <> ''
      ) as any`,
  )
  if (!due?.any) return 0
  const stem = (kind: "posting" | "entry") => newId(kind, platform.clock.now().getTime()).slice(0, 14)
  const matched = await platform.transact(
    "payments.match-transactions",
    ({ sql, now }) => sql<{ id: string }>`
      with wanted as (
        select t.tenant_id, t.id, t.subject_id, t.amount_minor, t.currency,
          case t.kind when 'charge' then 'payment.settled' when 'refund' then 'refund.settled' when 'refund-failed' then 'refund.failed'
            when 'transfer' then 'transfer.sent' when 'reversal' then 'transfer.reversed' end as kind
        from provider_transaction t
        where t.posting_id is null and t.kind <> 'other' and t.tenant_id <> '' and t.subject_id <> '' order by t.occurred_at limit ${atOnce}
        for update skip locked
      ), found as (
        select distinct on (p.tenant_id, p.id) w.tenant_id, w.id, p.id as posting_id
        from wanted w
          join posting p on p.tenant_id = w.tenant_id and p.kind = w.kind and p.reference = w.subject_id
          join entry e on e.tenant_id = p.tenant_id and e.posting_id = p.id and e.account = 'cash:clearing'
            and e.amount_minor = w.amount_minor and e.currency = w.currency
        where not exists (
          select from provider_transaction o where o.tenant_id = p.tenant_id and o.posting_id = p.id
        )
        order by p.tenant_id, p.id, w.id
      ), matched as (
        update provider_transaction t set posting_id = f.posting_id from found f
        where t.tenant_id = f.tenant_id and t.id = f.id
        returning t.tenant_id, t.id, t.fee_minor, t.currency, case t.kind when 'charge' then 'held' else 'payable' end as due
      ), posted as (
        insert into posting (tenant_id, id, kind, reference, at)
        select tenant_id, ${stem("posting")} || left(md5(gen_random_uuid()::text), 16), 'provider.fee', id, ${now}::timestamptz
        from matched where fee_minor <> 0
        on conflict (tenant_id, kind, reference) do nothing returning tenant_id, id, reference
      ), booked as (
        insert into entry (tenant_id, id, posting_id, account, amount_minor, currency)
        select p.tenant_id, ${stem("entry")} || left(md5(gen_random_uuid()::text), 16), p.id, side.account, side.sign * m.fee_minor, m.currency
        from posted p join matched m on m.tenant_id = p.tenant_id and m.id = p.reference,
          lateral (values ('cash:clearing', -1), (m.due, 1), ('receivable', -1), ('fees', 1)) as side(account, sign)
      )
      select id from matched`,
  )
  return matched.length
}
