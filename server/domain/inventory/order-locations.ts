import type { TenantContext } from "#server/context/tenant-context.ts"

/** From now on they serve in this order. Those that are not named come after, as they stood. */
export async function orderLocations(ctx: TenantContext, locationIds: readonly string[]): Promise<void> {
  await ctx.transact(
    ({ sql, tenantId }) => sql`
      with wanted as (
        select id, place from unnest(${[...locationIds]}::text[]) with ordinality as w(id, place)
      ), ranked as (
        select o.id, row_number() over (order by wanted.place nulls last, o.priority, o.id) as priority
        from stock_location o left join wanted on wanted.id = o.id where o.tenant_id = ${tenantId}
      )
      update stock_location l set priority = ranked.priority from ranked where l.tenant_id = ${tenantId} and l.id = ranked.id`,
  )
}
