import type { PlatformContext } from "#server/context/platform-context.ts"
import type { PlatformWork } from "#server/context/platform-context.ts"
import { after, minutes, seconds } from "#server/kernel/clock.ts"
import { newId } from "#server/kernel/ids.ts"
import { type AlertKind, everyone } from "#server/messages/pulse.ts"
import { readBacklog } from "#server/domain/insights/read-backlog.ts"
import type { AlertRule } from "./alert-rule.ts"

type Sql = PlatformWork["sql"]
type Rule = Pick<AlertRule, "kind" | "limit" | "least" | "windowMinutes">

interface Breach {
  readonly kind: AlertKind
  readonly tenantId: string
  readonly value: number
  readonly limit: number
}

/** So long must a rule be kept before its alert is over: what goes to and fro is one alert, not many. */
const quietMs = seconds(10)

const lock = 7_219_886

/**
 * Holds every rule against every shop: raises, follows and clears alerts. However many processes look, one does at a time, and a rule has at most
 * one open alert per shop. Answers what changed.
 */
export async function evaluateAlerts(platform: PlatformContext): Promise<{ readonly raised: number; readonly cleared: number }> {
  const waiting = await readBacklog(platform)
  return platform.record("insights.evaluate-alerts", async ({ sql }) => {
    const [turn] = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${lock}) as mine`
    if (!turn?.mine) return { raised: 0, cleared: 0 }
    const now = platform.clock.now()
    const rules = await sql<Rule>`select kind, "limit", least, window_minutes as "windowMinutes" from alert_rule where enabled`
    const found = await Promise.all(
      rules.map(async (rule): Promise<Breach[]> => {
        const { kind, limit } = rule
        if (kind === "queue-age")
          return waiting.flatMap(({ tenantId, ageMs }) =>
            ageMs >= seconds(limit) ? [{ kind, limit, tenantId, value: ageMs / 1_000 }] : [],
          )
        const shares = await (kind === "error-rate" ? faultShares : failureShares)(sql, rule, now)
        return shares.map((share) => ({ kind, limit, ...share }))
      }),
    )
    const raised = await follow(sql, found.flat(), now)
    const cleared = await sql`
      update alert set cleared_at = ${now} where cleared_at is null and seen_at <= ${after(now, -quietMs)} returning id`
    return { raised, cleared: cleared.length }
  })
}

interface Share {
  readonly tenantId: string
  /** Per cent. */
  readonly value: number
}

function faultShares(sql: Sql, { limit, least, windowMinutes }: Rule, now: Date): Promise<Share[]> {
  return sql<Share>`
    select tenant_id as "tenantId", 100.0::float8 * sum(faults) / greatest(sum(pages) + sum(jobs), sum(faults)) as value
    from pulse_minute where minute > ${after(now, -minutes(windowMinutes))} and tenant_id <> ${everyone}
    group by tenant_id
    having sum(faults) >= ${least} and 100 * sum(faults) >= ${limit} * greatest(sum(pages) + sum(jobs), sum(faults))`
}

function failureShares(sql: Sql, { limit, least, windowMinutes }: Rule, now: Date): Promise<Share[]> {
  return sql<Share>`
    select tenant_id as "tenantId", 100.0::float8 * sum(failed) / (sum(failed) + sum(settled)) as value
    from pulse_minute where minute > ${after(now, -minutes(windowMinutes))} and tenant_id <> ${everyone}
    group by tenant_id
    having sum(failed) >= ${least} and 100 * sum(failed) >= ${limit} * (sum(failed) + sum(settled))`
}

/** Answers how many are new. */
async function follow(sql: Sql, breaches: readonly Breach[], now: Date): Promise<number> {
  if (breaches.length === 0) return 0
  const rows = breaches.map((breach) => ({ id: newId("alert", now.getTime()), ...breach }))
  const followed = await sql<{ isNew: boolean }>`
    insert into alert (id, kind, tenant_id, fired_at, value, worst, "limit", seen_at)
    select id, kind, "tenantId", ${now}, value, value, "limit", ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as b (id text, kind text, "tenantId" text, value float8, "limit" int)
    on conflict (kind, tenant_id) where cleared_at is null
      do update set value = excluded.value, worst = greatest(alert.worst, excluded.value), "limit" = excluded."limit", seen_at = excluded.seen_at
    returning fired_at = ${now} as "isNew"`
  return followed.filter(({ isNew }) => isNew).length
}
