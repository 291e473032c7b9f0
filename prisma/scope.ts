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
  /** Whether a statement was sent that begins a transaction or, alone, is one. */
  isBegun: boolean
  /** Promises of statements that code of this unit of work was given. */
  handedOut: number
  /** The last of them, if it is certain to be one statement. */
  lone: unknown
  /** It was the only one, and is what the unit of work answers with. */
  isLone: boolean
  /** What the server refused first. What was sent behind it in one message is refused for its sake, and may be heard of sooner. */
  failure: unknown
  /** The connection has lost what was prepared on it: not to be used again. */
  isSpoiled: boolean
  /** Statements that are not answered yet, and what is to be done when all are. */
  waiting: number
  onQuiet: (() => void) | undefined
}

export function openScope(access: Access, connection: pg.PoolClient): Scope {
  return {
    access,
    connection,
    ended: false,
    isBegun: false,
    handedOut: 0,
    lone: undefined,
    isLone: false,
    failure: undefined,
    isSpoiled: false,
    waiting: 0,
    onQuiet: undefined,
  }
}

/** Notes what is given to the unit of work's code; `isOne` for what is certain to be one statement. */
export function handOut<P>(scope: Scope, promise: P, isOne: boolean): P {
  scope.handedOut += 1
  scope.lone = isOne ? promise : undefined
  return promise
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

/** @throws Error when the text is no tenant id. */
export function checkedTenantId(tenantId: string): string {
  if (!tenantIdShape.test(tenantId)) throw new Error("no tenant in scope")
  return tenantId
}
