import type { PlatformContext } from "#server/context/platform-context.ts"
import type { AlertRuleChange } from "./alert-rule.ts"

/** From the next look on. An alert that the new rule would not have raised clears by itself. */
export function changeAlertRule(platform: PlatformContext, change: AlertRuleChange): Promise<void> {
  const { kind, enabled = "off", limit } = change
  const { least = 1, windowMinutes = 1 } = change.kind === "queue-age" ? {} : change
  const by = "accountId" in platform.actor ? platform.actor.accountId : null
  const terms = kind === "queue-age" ? `${limit} s` : `${limit} % of at least ${least} in ${windowMinutes} min`
  return platform.transact(
    "alerts.change-rule",
    async ({ sql, now }) => {
      await sql`
        update alert_rule set enabled = ${enabled === "on"}, "limit" = ${limit}, least = ${least}, window_minutes = ${windowMinutes},
          changed_at = ${now}, changed_by = ${by}
        where kind = ${kind}`
    },
    { reason: `${kind}: ${enabled === "on" ? terms : "off"}` },
  )
}
