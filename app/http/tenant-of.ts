import type { AppLoadContext } from "@remix-run/node"
import type { PlatformContext } from "#server/context/platform-context.ts"
import type { TenantContext } from "#server/context/tenant-context.ts"
import "./load-context.ts"

/** The shop whose host was asked. Only for pages below `storefront/`. */
export function tenantOf(context: AppLoadContext): TenantContext {
  if (!context.tenant) throw new Error("no tenant in scope")
  return context.tenant
}

export function platformOf(context: AppLoadContext): PlatformContext {
  return context.platform
}
