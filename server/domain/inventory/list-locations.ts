import type { TenantContext } from "#server/context/tenant-context.ts"
import type { LocationView } from "./location.ts"

/** The open ones, in the order in which they serve. One statement. */
export function listLocations(ctx: TenantContext): Promise<LocationView[]> {
  return ctx.read(
    ({ sql, tenantId }) => sql<LocationView>`
      select l.id, l.name, (row_number() over (order by l.priority, l.id))::int as priority,
        (select coalesce(sum(f.on_hand), 0)::int from stock_shelf f where f.tenant_id = l.tenant_id and f.location_id = l.id) as pieces
      from stock_location l where l.tenant_id = ${tenantId} and l.closed_at is null
      order by l.priority, l.id`,
  )
}
