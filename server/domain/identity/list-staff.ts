import type { StaffRole } from "#server/context/actor.ts"
import type { PlatformContext } from "#server/context/platform-context.ts"

export interface StaffMember {
  readonly accountId: string
  readonly name: string
  readonly email: string
  readonly role: StaffRole
  readonly since: Date
}

/** Who works for a shop, the longest first. The caller has shown that the asker may know. */
export function listStaff(platform: PlatformContext, tenantId: string): Promise<StaffMember[]> {
  return platform.read(
    "identity.list-staff",
    ({ sql }) => sql<StaffMember>`
      select a.id as "accountId", a.name, a.email, m.role, m.created_at as since
      from membership m join account a on a.id = m.account_id
      where m.tenant_id = ${tenantId}
      order by m.created_at, a.id`,
  )
}
