import type { TenantContext } from "#server/context/tenant-context.ts"
import type { Work } from "#server/context/work.ts"

/** Asks for the whole index to be made anew. Asking again before it has begun changes nothing. */
export function requestReindex(ctx: TenantContext): Promise<void> {
  return ctx.transact(askForReindex)
}

/** The step of it. What has waited for an hour was lost, and is asked for again. */
export async function askForReindex({ sql, tenantId, emit }: Work): Promise<void> {
  await sql`insert into search_index (tenant_id) values (${tenantId}) on conflict (tenant_id) do nothing`
  const asked = await sql`
    update search_index set asked_at = clock_timestamp() where tenant_id = ${tenantId}
      and (asked_at is null or asked_at <= started_at or asked_at < clock_timestamp() - interval '1 hour') returning 1 as one`
  if (asked.length > 0) await emit("search.reindex-requested", {})
}
