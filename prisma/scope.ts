import { AsyncLocalStorage } from "node:async_hooks"

/** The unit of work that the running code belongs to. Known to this folder alone; everyone else is handed rows. */
export type Scope =
  | { readonly kind: "tenant"; readonly tenantId: string; readonly access: "read" | "write" }
  | { readonly kind: "platform"; readonly access: "read" | "write" }

export const scope = new AsyncLocalStorage<Scope>()

const tenantIdShape = /^ten_[0-9a-z]{1,40}$/

/** The statement that opens the transaction and names the tenant: one message, no round trip of its own. */
export function openingStatement(current: Scope): string {
  const begin = current.access === "read" ? "BEGIN READ ONLY" : "BEGIN"
  if (current.kind === "platform") return begin
  return `${begin}; SELECT set_config('rialto.tenant', '${checkedTenantId(current.tenantId)}', true)`
}

/** @throws Error when the text is no tenant id: it goes into a statement as a literal. */
export function checkedTenantId(tenantId: string): string {
  if (!tenantIdShape.test(tenantId)) throw new Error("no tenant in scope")
  return tenantId
}
