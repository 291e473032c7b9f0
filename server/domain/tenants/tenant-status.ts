import type { PlatformContext, PlatformWork } from "#server/context/platform-context.ts"
import type { TenantProfile } from "#server/context/tenant-profile.ts"
import { refuse } from "#server/messages/refusals.ts"

const announcements = { suspended: "tenant.suspended", active: "tenant.reinstated" } as const

export function changeStatus(
  platform: PlatformContext,
  tenantId: string,
  status: TenantProfile["status"],
  reason: string,
): Promise<void> {
  const announcement = announcements[status]
  const change = async ({ rows, now, emit }: PlatformWork) => {
    const suspendedAt = status === "suspended" ? now : null
    const { count } = await rows.tenant.updateMany({
      where: { id: tenantId, status: { not: status } },
      data: { status, suspendedAt },
    })
    if (count === 1) await emit(tenantId, announcement, { tenantId })
    else if ((await rows.tenant.count({ where: { id: tenantId } })) === 0) refuse("tenants.not-found")
  }
  return platform.transact(announcement, change, { tenantId, reason })
}
