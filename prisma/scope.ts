import { AsyncLocalStorage } from "node:async_hooks"
import type pg from "pg"

/** Whose unit of work it is, and whether it may write. */
export type Access =
  | {
      readonly kind: "tenant"
      readonly tenantId: string
      readonly mode: "read" | "write"
      /** A stranger's or a customer's work: refused from the moment that the shop is suspended. */
      readonly isGuest: boolean
    }
  | { readonly kind: "platform"; readonly mode: "read" | "write" }

/** The unit of work that the running code belongs to. Known to this folder alone; everyone else is handed rows. */
export interface Scope {
  readonly access: Access
  readonly connection: pg.PoolClient
  /** True once the unit of work has ended: what comes late is refused, not run on somebody else's connection. */
  ended: boolean
  /** What the server refused first. What was sent behind it in one message is refused for its sake, and may be heard of sooner. */
  failure?: unknown
}

const current = new AsyncLocalStorage<Scope>()

export function withinScope<T>(scope: Scope, run: () => Promise<T>): Promise<T> {
  return current.run(scope, run)
}

/** @throws Error outside a unit of work. */
export function scopeNow(): Scope {
  const scope = current.getStore()
  if (!scope || scope.ended) throw new Error("no unit of work in scope")
  return scope
}

/** @throws Error when the running code belongs to another unit of work than the handle that it uses. */
export function requireScope(scope: Scope): Scope {
  if (scopeNow() !== scope)
    throw new Error("no unit of work in scope: this handle belongs to another tenant's, or to one that ended")
  return scope
}

const tenantIdShape = /^ten_[0-9a-z]{1,40}$/

/** The statement that opens the transaction and names the tenant: one message, no round trip of its own. */
export function openingStatement(access: Access): string {
  const begin = access.mode === "read" ? "BEGIN READ ONLY" : "BEGIN"
  if (access.kind === "platform") return begin
  const guest = access.isGuest ? ", set_config('rialto.guest', 'on', true)" : ""
  return `${begin}; SELECT set_config('rialto.tenant', '${checkedTenantId(access.tenantId)}', true)${guest}`
}

/** @throws Error when the text is no tenant id: it goes into a statement as a literal. */
export function checkedTenantId(tenantId: string): string {
  if (!tenantIdShape.test(tenantId)) throw new Error("no tenant in scope")
  return tenantId
}
