import type { PlatformContext } from "#server/context/platform-context.ts"

/** Whose goods are to be given back now, and when somebody's will be next. */
export interface DueStock {
  readonly tenantIds: readonly string[]
  readonly nextAt: Date | undefined
}

/** Orders whose time to pay is up, and holds that never became one. One statement over two indexes, cheap enough for every second. */
export async function dueStock(platform: PlatformContext): Promise<DueStock> {
  const now = platform.clock.now()
  const [due] = await platform.read(
    "orders.due-stock",
    ({ sql }) => sql<{ tenantIds: string[]; nextAt: Date | null }>`
      with due as (
        select tenant_id from "order" where status = 'placed' and expires_at <= ${now}::timestamptz
        union
        select r.tenant_id from reservation r where r.status = 'held' and r.expires_at <= ${now}::timestamptz
          and not exists (select from "order" o where o.tenant_id = r.tenant_id and o.id = r.order_id)
      )
      select coalesce((select array_agg(tenant_id order by tenant_id) from due), '{}') as "tenantIds",
        (select min(r.expires_at) from reservation r where r.status = 'held' and r.expires_at > ${now}::timestamptz) as "nextAt"`,
  )
  return { tenantIds: due?.tenantIds ?? [], nextAt: due?.nextAt ?? undefined }
}
