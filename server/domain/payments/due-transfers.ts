import type { PlatformContext } from "#server/context/platform-context.ts"
import { after, minutes } from "#server/kernel/clock.ts"

export interface DueTransfers {
  readonly tenantId: string
  /** Released sales of a shop that can be given money, and of which nothing was sent. */
  readonly paymentIds: readonly string[]
  /** What the provider was not told of though its job has long run. */
  readonly transferIds: readonly string[]
  readonly reversalIds: readonly string[]
}

const patience = minutes(2)
/** What the provider would not do is tried again after that. */
const secondThought = minutes(60)
const most = 200

/** By shop. One statement. */
export function dueTransfers(platform: PlatformContext): Promise<DueTransfers[]> {
  const now = platform.clock.now()
  const [silent, failed] = [after(now, -patience), after(now, -secondThought)]
  return platform.read(
    "payments.due-transfers",
    ({ sql }) => sql<DueTransfers>`
      with due as (
        (select p.tenant_id, p.id as payment_id, null::text as transfer_id, null::text as reversal_id
        from payout_account a join payment p on p.tenant_id = a.tenant_id and p.released_at < ${silent}::timestamptz
        where a.transferable and a.provider_ref is not null and not exists (
          select from transfer t where t.tenant_id = p.tenant_id and t.payment_id = p.id
            and (t.status <> 'failed' or t.settled_at > ${failed}::timestamptz)
        ) order by p.released_at limit ${most})
        union all
        (select tenant_id, null, id, null from transfer
          where status = 'requested' and requested_at < ${silent}::timestamptz order by requested_at limit ${most})
        union all
        (select tenant_id, null, null, id from transfer_reversal
          where status = 'requested' and requested_at < ${silent}::timestamptz order by requested_at limit ${most})
      )
      select tenant_id as "tenantId",
        coalesce(array_agg(payment_id) filter (where payment_id is not null), '{}') as "paymentIds",
        coalesce(array_agg(transfer_id) filter (where transfer_id is not null), '{}') as "transferIds",
        coalesce(array_agg(reversal_id) filter (where reversal_id is not null), '{}') as "reversalIds"
      from due group by tenant_id`,
  )
}
