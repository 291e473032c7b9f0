import type { PlatformContext } from "#server/context/platform-context.ts"

export interface RecentFault {
  readonly id: string
  readonly at: Date
  /** What the log is searched by. */
  readonly reference: string
  readonly source: "page" | "job"
  readonly place: string
  readonly message: string
}

/** The latest faults of one shop, or of what belongs to none. They carry nothing of a person. */
export function recentFaults(platform: PlatformContext, tenantId: string, most = 20): Promise<RecentFault[]> {
  return platform.read(
    "insights.recent-faults",
    ({ sql }) => sql<RecentFault>`
      select id, at, reference, source, place, message from fault_note where tenant_id = ${tenantId} order by at desc, id desc limit ${most}`,
  )
}
