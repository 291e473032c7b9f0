import type { Adapter } from "lucia"
import type { PlatformContext } from "#server/context/platform-context.ts"
import { createSessionBook, type SessionBook } from "./session-book.ts"

export type StaffSite = "console" | "admin"

/** Sessions of one site of the staff. Those of the admin site live only as long as their account is a platform admin's. */
export function staffSessions(platform: PlatformContext, site: StaffSite): SessionBook {
  return createSessionBook(staffAdapter(platform, site))
}

interface SessionRow {
  readonly accountId: string
  readonly expiresAt: Date
  readonly email: string
  readonly name: string
  readonly isWelcome: boolean
}

function staffAdapter(platform: PlatformContext, site: StaffSite): Adapter {
  return {
    getSessionAndUser: (id) => findSession(platform, site, id),
    async getUserSessions(accountId) {
      const rows = await platform.read("identity.list-sessions", ({ rows }) =>
        rows.accountSession.findMany({ where: { accountId, site } }),
      )
      return rows.map(({ id, expiresAt }) => ({ id, userId: accountId, expiresAt, attributes: {} }))
    },
    async setSession({ id, userId, expiresAt }) {
      await platform.transact("identity.open-session", async ({ rows, now }) => {
        await rows.accountSession.deleteMany({ where: { accountId: userId, expiresAt: { lt: now } } })
        await rows.accountSession.create({ data: { id, accountId: userId, site, expiresAt } })
      })
    },
    async updateSessionExpiration(id, expiresAt) {
      await platform.transact("identity.prolong-session", ({ rows }) =>
        rows.accountSession.updateMany({ where: { id, site }, data: { expiresAt } }),
      )
    },
    deleteSession: (id) => closeSessions(platform, { id, site }),
    deleteUserSessions: (accountId) => closeSessions(platform, { accountId, site }),
    deleteExpiredSessions: () => closeSessions(platform, { site, expiresAt: { lt: platform.clock.now() } }),
  }
}

type FoundPair = Awaited<ReturnType<Adapter["getSessionAndUser"]>>

/** Without its user a session is closed by whoever looked for it. */
async function findSession(platform: PlatformContext, site: StaffSite, id: string): Promise<FoundPair> {
  const [row] = await platform.read(
    "identity.find-session",
    ({ sql }) => sql<SessionRow>`
      select s.account_id as "accountId", s.expires_at as "expiresAt", a.email, a.name,
        (s.site <> 'admin' or a.platform_admin) as "isWelcome"
      from account_session s join account a on a.id = s.account_id
      where s.id = ${id} and s.site = ${site}`,
  )
  if (!row) return [null, null]
  const { accountId, expiresAt, email, name } = row
  const session = { id, userId: accountId, expiresAt, attributes: {} }
  return [session, row.isWelcome ? { id: accountId, attributes: { email, name } } : null]
}

interface Closing {
  readonly site: StaffSite
  readonly id?: string
  readonly accountId?: string
  readonly expiresAt?: { readonly lt: Date }
}

async function closeSessions(platform: PlatformContext, which: Closing): Promise<void> {
  await platform.transact("identity.close-session", ({ rows }) => rows.accountSession.deleteMany({ where: which }))
}
