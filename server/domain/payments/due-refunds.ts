import type { PlatformContext } from "#server/context/platform-context.ts"
import { after, minutes } from "#server/kernel/clock.ts"

export interface DueRefund {
  readonly tenantId: string
  readonly refundId: string
}

const patience = minutes(2)
const most = 200

/** Refunds that the provider was not told of though their job has long run: it was away. One statement over an index. */
export function dueRefunds(platform: PlatformContext): Promise<DueRefund[]> {
  const before = after(platform.clock.now(), -patience)
  return platform.read(
    "payments.due-refunds",
    ({ sql }) => sql<DueRefund>`
      select tenant_id as "tenantId", id as "refundId" from refund
      where status = 'requested' and requested_at < ${before}::timestamptz order by requested_at limit ${most}`,
  )
}
