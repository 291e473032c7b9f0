import { createHash } from "node:crypto"
import type { PlatformContext } from "#server/context/platform-context.ts"

/** Under what a session is stored. Whoever reads the table cannot sign in with what is there. */
export function sessionIdOf(token: string): string {
  return createHash("sha256").update(token).digest("hex")
}

export interface SessionRef {
  /** Undefined: a session of the staff's. */
  readonly tenantId: string | undefined
  readonly id: string
}

/** The ids of those that are open and welcome at this moment. One statement, however many. */
export async function stillOpen(platform: PlatformContext, sessions: readonly SessionRef[]): Promise<ReadonlySet<string>> {
  const staff = sessions.filter((session) => session.tenantId === undefined).map((session) => session.id)
  const customers = sessions.filter((session) => session.tenantId !== undefined)
  const now = platform.clock.now()
  const rows = await platform.read(
    "identity.still-open",
    ({ sql }) => sql<{ id: string }>`
      select s.id from account_session s join account a on a.id = s.account_id
      where s.id = any(${staff}::text[]) and s.expires_at > ${now} and (s.site <> 'admin' or a.platform_admin)
      union all
      select s.id from customer_session s
      join unnest(${customers.map((c) => c.tenantId)}::text[], ${customers.map((c) => c.id)}::text[]) as asked (tenant_id, id)
        on s.tenant_id = asked.tenant_id and s.id = asked.id
      where s.expires_at > ${now}`,
  )
  return new Set(rows.map((row) => row.id))
}
