import { type Adapter, Lucia, TimeSpan } from "lucia"
import { newToken } from "#server/kernel/random.ts"
import { sessionIdOf } from "./still-open.ts"

declare module "lucia" {
  interface Register {
    Lucia: Lucia<Record<never, never>, SessionUserAttributes>
    DatabaseUserAttributes: SessionUserAttributes
  }
}

interface SessionUserAttributes {
  readonly email: string
  readonly name: string
}

export interface SessionUser extends SessionUserAttributes {
  readonly id: string
}

export interface FoundSession {
  readonly userId: string
  readonly user: SessionUser
  readonly expiresAt: Date
  /** The session was prolonged just now: send the cookie again, with this expiry. */
  readonly renewed: boolean
}

/** One realm's sessions. A token belongs in a cookie; only its hash is stored. */
export interface SessionBook {
  open(userId: string): Promise<{ readonly token: string; readonly expiresAt: Date }>
  /** Prolongs a session of which less than half its time is left. */
  find(token: string): Promise<FoundSession | undefined>
  close(token: string): Promise<void>
  closeAll(userId: string): Promise<void>
}

const lifetime = new TimeSpan(30, "d")
const tokenShape = /^[0-9a-z]{32}$/

/** Lucia keeps the rules of a session's life; cookies are ours. */
export function createSessionBook(adapter: Adapter): SessionBook {
  const lucia = new Lucia(adapter, {
    sessionExpiresIn: lifetime,
    getUserAttributes: ({ email, name }) => ({ email, name }),
  })
  return {
    async open(userId) {
      const token = newToken()
      const { expiresAt } = await lucia.createSession(userId, {}, { sessionId: sessionIdOf(token) })
      return { token, expiresAt }
    },
    async find(token) {
      if (!tokenShape.test(token)) return undefined
      const { session, user } = await lucia.validateSession(sessionIdOf(token))
      return session ? { userId: user.id, user, expiresAt: session.expiresAt, renewed: session.fresh } : undefined
    },
    close: (token) => lucia.invalidateSession(sessionIdOf(token)),
    closeAll: (userId) => lucia.invalidateUserSessions(userId),
  }
}
