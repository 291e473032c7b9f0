import type { PlatformContext } from "#server/context/platform-context.ts"

export interface DueRelease {
  readonly tenantId: string
  readonly paymentId: string
}

const most = 200

/**
 * Sales that may be paid out by their shop's terms and of which the provider says that the money is there: its fee is booked by then.
 * One statement.
 */
export function dueReleases(platform: PlatformContext): Promise<DueRelease[]> {
  const now = platform.clock.now()
  return platform.read(
    "payments.due-releases",
    ({ sql }) => sql<DueRelease>`
      select p.tenant_id as "tenantId", p.id as "paymentId"
      from payment p
        join "order" o on o.tenant_id = p.tenant_id and o.id = p.order_id
        join posting s on s.tenant_id = p.tenant_id and s.kind = 'payment.settled' and s.reference = p.id
        join provider_transaction t on t.tenant_id = s.tenant_id and t.posting_id = s.id
        left join payout_terms w on w.tenant_id = p.tenant_id
      where p.released_at is null and p.status = 'settled' and p.amount_minor > 0 and t.available_at <= ${now}::timestamptz
        and case when o.status in ('refunded', 'cancelled') then p.settled_at when w.held_until = 'paid' then o.paid_at else o.shipped_at end
          + coalesce(w.delay_days, 2) * interval '1 day' <= ${now}::timestamptz
      order by p.settled_at limit ${most}`,
  )
}
