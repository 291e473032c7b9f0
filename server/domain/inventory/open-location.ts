import type { TenantContext } from "#server/context/tenant-context.ts"
import { newId } from "#server/kernel/ids.ts"
import { refuse } from "#server/messages/refusals.ts"

/**
 * A further place for goods, the last to serve. One that was closed under this name is opened again.
 * @throws Refusal inventory.location-taken
 */
export function openLocation(ctx: TenantContext, name: string): Promise<{ locationId: string }> {
  return ctx.transact(async ({ sql, tenantId, now }) => {
    const [opened] = await sql<{ id: string }>`
      insert into stock_location as l (tenant_id, id, name, priority)
      select ${tenantId}, ${newId("location", now.getTime())}, ${name}, coalesce(max(o.priority), 0) + 1
      from stock_location o where o.tenant_id = ${tenantId}
      on conflict (tenant_id, name) do update set closed_at = null, priority = excluded.priority where l.closed_at is not null
      returning l.id`
    return opened ? { locationId: opened.id } : refuse("inventory.location-taken", { name })
  })
}
