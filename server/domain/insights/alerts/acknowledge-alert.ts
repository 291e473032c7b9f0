import type { PlatformContext } from "#server/context/platform-context.ts"
import { itself } from "#server/messages/pulse.ts"
import { refuse } from "#server/messages/refusals.ts"

/**
 * Somebody knows. The alert is silent until it clears; when the rule is broken again, that is a new alert.
 * @throws Refusal insights.alert-not-found, insights.alert-settled when it is over or somebody was first
 */
export async function acknowledgeAlert(platform: PlatformContext, alertId: string, note: string): Promise<void> {
  const by = "accountId" in platform.actor ? platform.actor.accountId : null
  const [alert] = await platform.read(
    "insights.find-alert",
    ({ sql }) => sql<{ tenantId: string }>`select tenant_id as "tenantId" from alert where id = ${alertId}`,
  )
  if (!alert) refuse("insights.alert-not-found")
  const subject = alert.tenantId === itself ? {} : { tenantId: alert.tenantId }
  await platform.transact(
    "alerts.acknowledge",
    async ({ sql, now }) => {
      const taken = await sql`
        update alert set acked_at = ${now}, acked_by = ${by}, note = ${note}
        where id = ${alertId} and cleared_at is null and acked_at is null returning id`
      if (taken.length === 0) refuse("insights.alert-settled")
    },
    { ...subject, reason: note },
  )
}
