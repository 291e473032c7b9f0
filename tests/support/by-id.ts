import type { Tenancy, TenantRows } from "#prisma/tenancy.ts"

type Run<T> = (scoped: TenantRows) => Promise<T>

export interface TenancyById {
  read<T>(tenantId: string, run: Run<T>, isGuest?: boolean): Promise<T>
  transact<T>(tenantId: string, run: Run<T>, isGuest?: boolean): Promise<T>
}

/** For tests about tenants rather than about who asks: nobody is a guest unless it is said. */
export function byId(tenancy: Tenancy): TenancyById {
  return {
    read: (tenantId, run, isGuest = false) => tenancy.read({ tenantId, isGuest }, run),
    transact: (tenantId, run, isGuest = false) => tenancy.transact({ tenantId, isGuest }, run),
  }
}
