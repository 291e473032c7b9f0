import type { PlatformContext } from "#server/context/platform-context.ts"
import { type Fragment, fragment } from "#server/context/fragment.ts"
import type { TenantProfile } from "#server/context/tenant-profile.ts"

/** What a profile needs, of a tenant `t` and its primary domain `d`. */
export const profileColumns: Fragment = fragment`
  t.id, t.slug, t.name, t.tagline, t.status, t.currency, t.language, t.country, t.theme, d.host`

/** By a verified host name, exactly as stored: lower case, without port. Not cached here. */
export function findTenantByHost(platform: PlatformContext, host: string): Promise<TenantProfile | undefined> {
  return profileWhere(platform, fragment`t.id = (select tenant_id from domain where host = ${host})`)
}

export function findTenantById(platform: PlatformContext, tenantId: string): Promise<TenantProfile | undefined> {
  return profileWhere(platform, fragment`t.id = ${tenantId}`)
}

export function findTenantBySlug(platform: PlatformContext, slug: string): Promise<TenantProfile | undefined> {
  return profileWhere(platform, fragment`t.slug = ${slug}`)
}

function profileWhere(platform: PlatformContext, condition: Fragment): Promise<TenantProfile | undefined> {
  return platform.read("tenants.find", async ({ sql }) => {
    const [profile] = await sql<TenantProfile>`
      select ${profileColumns} from tenant t join domain d on d.tenant_id = t.id and d."primary"
      where ${condition}`
    return profile
  })
}
