import type { Adapter } from "lucia"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { createSessionBook, type SessionBook } from "./session-book.ts"

/** Sessions of one shop's customers: a token of another shop finds nothing here. */
export function customerSessions(ctx: TenantContext): SessionBook {
  return createSessionBook(customerAdapter(ctx))
}

interface SessionRow {
  readonly customerId: string
  readonly expiresAt: Date
  readonly email: string
  readonly name: string
}

function customerAdapter(ctx: TenantContext): Adapter {
  return {
    async getSessionAndUser(id) {
      const [row] = await ctx.read(
        ({ sql, tenantId }) => sql<SessionRow>`
          select s.customer_id as "customerId", s.expires_at as "expiresAt", c.email, c.name
          from customer_session s join customer c on c.tenant_id = s.tenant_id and c.id = s.customer_id
          where s.tenant_id = ${tenantId} and s.id = ${id}`,
      )
      if (!row) return [null, null]
      const { customerId, expiresAt, email, name } = row
      return [
        { id, userId: customerId, expiresAt, attributes: {} },
        { id: customerId, attributes: { email, name } },
      ]
    },
    async getUserSessions(customerId) {
      const rows = await ctx.read(({ rows }) => rows.customerSession.findMany({ where: { customerId } }))
      return rows.map(({ id, expiresAt }) => ({ id, userId: customerId, expiresAt, attributes: {} }))
    },
    async setSession({ id, userId, expiresAt }) {
      await ctx.transact(async ({ rows, tenantId, now }) => {
        await rows.customerSession.deleteMany({ where: { customerId: userId, expiresAt: { lt: now } } })
        await rows.customerSession.create({ data: { tenantId, id, customerId: userId, expiresAt } })
      })
    },
    async updateSessionExpiration(id, expiresAt) {
      await ctx.transact(({ rows }) => rows.customerSession.updateMany({ where: { id }, data: { expiresAt } }))
    },
    async deleteSession(id) {
      await ctx.transact(({ rows }) => rows.customerSession.deleteMany({ where: { id } }))
    },
    async deleteUserSessions(customerId) {
      await ctx.transact(({ rows }) => rows.customerSession.deleteMany({ where: { customerId } }))
    },
    async deleteExpiredSessions() {
      await ctx.transact(({ rows, now }) => rows.customerSession.deleteMany({ where: { expiresAt: { lt: now } } }))
    },
  }
}
