import { z } from "zod"
import type { PlatformContext } from "#server/context/platform-context.ts"
import { type AlertKind, alertKinds } from "#server/messages/pulse.ts"
import { wholeNumber } from "#server/messages/whole-number.ts"

/** When an alert comes on. `limit`: per cent of what was asked or tried; seconds for the age of the oldest job. */
export interface AlertRule {
  readonly kind: AlertKind
  readonly enabled: boolean
  readonly limit: number
  /** Below so many faults or failures a share says nothing. */
  readonly least: number
  readonly windowMinutes: number
  readonly changedAt: Date | null
  /** By name. */
  readonly changedBy: string | null
}

/** As a form sends it. */
export const alertRuleChange = z.discriminatedUnion("kind", [
  z.object({
    kind: z.enum(["error-rate", "payment-failures"]),
    enabled: z.literal("on").optional(),
    limit: wholeNumber(1, 100),
    least: wholeNumber(1, 10_000),
    windowMinutes: wholeNumber(1, 60),
  }),
  z.object({ kind: z.literal("queue-age"), enabled: z.literal("on").optional(), limit: wholeNumber(1, 86_400) }),
])
export type AlertRuleChange = z.infer<typeof alertRuleChange>

export async function listAlertRules(platform: PlatformContext): Promise<AlertRule[]> {
  const rows = await platform.read(
    "insights.alert-rules",
    ({ sql }) => sql<AlertRule>`
      select r.kind, r.enabled, r."limit", r.least, r.window_minutes as "windowMinutes", r.changed_at as "changedAt", a.name as "changedBy"
      from alert_rule r left join account a on a.id = r.changed_by`,
  )
  return alertKinds.flatMap((kind) => rows.find((row) => row.kind === kind) ?? [])
}
