import type { Addresses } from "#server/platform/links/addresses.ts"
import { hostName } from "./host-name.ts"
import type { Site } from "./site.ts"
import type { TenantDirectory } from "./tenant-directory.ts"

/** Which site a `Host` header asks for; `undefined`: no such host here. There is no default tenant. */
export async function findSite(
  addresses: Addresses,
  tenants: TenantDirectory,
  header: string | undefined,
): Promise<Site | undefined> {
  const host = hostName(header)
  if (host === undefined) return undefined
  const own = addresses.siteOf(host)
  if (own) return { name: own, origin: addresses.originOf(host) }
  const tenant = await tenants.byHost(host)
  return tenant && { name: "storefront", origin: addresses.originOf(tenant.host), tenant }
}
