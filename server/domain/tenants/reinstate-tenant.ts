import type { PlatformContext } from "#server/context/platform-context.ts"
import { changeStatus } from "./tenant-status.ts"

/** Opens a suspended shop again. Repeating changes nothing. @throws Refusal tenants.not-found */
export function reinstateTenant(platform: PlatformContext, tenantId: string, reason = ""): Promise<void> {
  return changeStatus(platform, tenantId, "active", reason)
}
