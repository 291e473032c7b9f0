import type { StaffRole } from "#server/context/actor.ts"
import type { PlatformContext } from "#server/context/platform-context.ts"
import type { TenantProfile } from "#server/context/tenant-profile.ts"
import { profileColumns } from "#server/domain/tenants/index.ts"

export interface MembershipView {
  readonly tenantId: string
  readonly slug: string
  readonly name: string
  readonly role: StaffRole
}

/** The shops that a person works for, suspended ones too: their staff may look, not sell. */
export function listMemberships(platform: PlatformContext, accountId: string): Promise<MembershipView[]> {
  return platform.read(
    "identity.list-memberships",
    ({ sql }) => sql<MembershipView>`
      select m.tenant_id as "tenantId", t.slug, t.name, m.role
      from membership m join tenant t on t.id = m.tenant_id
      where m.account_id = ${accountId}
      order by t.name, t.id`,
  )
}

export interface StaffedShop {
  readonly tenant: TenantProfile
  readonly role: StaffRole
}

/** Undefined when there is no such shop, and just so when this person does not work there. */
export function findMembership(
  platform: PlatformContext,
  accountId: string,
  tenantSlug: string,
): Promise<StaffedShop | undefined> {
  return platform.read("identity.find-membership", async ({ sql }) => {
    const [row] = await sql<TenantProfile & { role: StaffRole }>`
      select ${profileColumns}, m.role from membership m
      join tenant t on t.id = m.tenant_id
      join domain d on d.tenant_id = t.id and d."primary"
      where m.account_id = ${accountId} and t.slug = ${tenantSlug}`
    if (!row) return undefined
    const { role, ...tenant } = row
    return { tenant, role }
  })
}

/** As what a person works for a shop; undefined: not at all. */
export async function findRole(platform: PlatformContext, accountId: string, tenantId: string): Promise<StaffRole | undefined> {
  const [row] = await platform.read(
    "identity.find-role",
    ({ sql }) =>
      sql<{ role: StaffRole }>`select role from membership where account_id = ${accountId} and tenant_id = ${tenantId}`,
  )
  return row?.role
}

export interface Post {
  readonly accountId: string
  readonly tenantId: string
  readonly role: StaffRole
}

/** Those of the posts that are no longer held, or not as this. One statement, however many. */
export function lostPosts(platform: PlatformContext, posts: readonly Post[]): Promise<Post[]> {
  const accounts = posts.map(({ accountId }) => accountId)
  const tenants = posts.map(({ tenantId }) => tenantId)
  const roles = posts.map(({ role }) => role)
  return platform.read(
    "identity.lost-posts",
    ({ sql }) => sql<Post>`
      select p.account_id as "accountId", p.tenant_id as "tenantId", p.role
      from unnest(${accounts}::text[], ${tenants}::text[], ${roles}::text[]) as p (account_id, tenant_id, role)
      where not exists (
        select from membership m where m.tenant_id = p.tenant_id and m.account_id = p.account_id and m.role = p.role
      )`,
  )
}
