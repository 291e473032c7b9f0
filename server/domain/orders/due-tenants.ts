import type { PlatformContext } from "#server/context/platform-context.ts"

/** Tenants with an order whose time to pay is up. One statement over an index: cheap enough for every second. */
export async function dueTenants(platform: PlatformContext): Promise<string[]> {
  const now = platform.clock.now()
  const due = await platform.read(
    ({ sql }) => sql<{ tenantId: string }>`
      select distinct tenant_id as "tenantId" from "order" where status = 'placed' and expires_at <= ${now}::timestamptz`,
  )
  return due.map(({ tenantId }) => tenantId)
}
