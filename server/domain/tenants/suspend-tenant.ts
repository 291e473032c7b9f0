import type { PlatformContext } from "#server/context/platform-context.ts"
import { changeStatus } from "./tenant-status.ts"

/** Closes a shop to the public; its data stays. Repeating changes nothing. @throws Refusal tenants.not-found */
export function suspendTenant(platform: PlatformContext, tenantId: string, reason = ""): Promise<void> {
  return changeStatus(platform, tenantId, "suspended", reason)
}
