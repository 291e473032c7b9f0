import type { PlatformContext } from "#server/context/platform-context.ts"
import { after, days } from "#server/kernel/clock.ts"

export interface UseSum {
  readonly purpose: string
  /** Who, by name where it was an account. */
  readonly actor: string
  readonly uses: number
  readonly last: Date
}

/** For what the platform's role was used in the last day, the most frequent first. A process tells of its own every five minutes. */
export function listPlatformUses(platform: PlatformContext): Promise<UseSum[]> {
  return platform.read(
    "insights.platform-uses",
    ({ sql }) => sql<UseSum>`
      select u.purpose, coalesce(a.name, u.actor) as actor, sum(u.uses)::int as uses, max(u.at) as last
      from platform_use u left join account a on a.id = u.actor
      where u.at > ${after(platform.clock.now(), -days(1))}
      group by 1, 2 order by uses desc, 1, 2 limit 200`,
  )
}
