import type { TenantContext } from "#server/context/tenant-context.ts"
import { after, days } from "#server/kernel/clock.ts"

/** What a product says of itself, as the trainer reads it. */
export interface TrainingProduct {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly category: string
  readonly vendor: string
  readonly options: readonly string[]
  readonly priceMinor: number
}

export interface TrainingSignal {
  readonly id: string
  readonly visitorId: string
  readonly productId: string
  readonly kind: string
  readonly at: Date
}

export const windowDays = 365
const perPage = 20_000
const mostSignals = 2_000_000

/** Published products, in the order of their ids. */
export function productsToLearn(ctx: TenantContext): Promise<TrainingProduct[]> {
  return ctx.read(
    ({ sql, tenantId }) => sql<TrainingProduct>`
      select p.id, p.title, p.description, coalesce(c.name, '') as category, p.vendor, p.from_minor::float8 as "priceMinor",
        coalesce((select array_agg(v) from product_option o, unnest(o."values") v
          where o.tenant_id = p.tenant_id and o.product_id = p.id), '{}') as options
      from product p left join category c on c.tenant_id = p.tenant_id and c.id = p.category_id
      where p.tenant_id = ${tenantId} and p.status = 'published' order by p.id`,
  )
}

/** This shop's signals of a year about products, the newest first, a page at a time; at most two million. */
export async function* signalsToLearn(ctx: TenantContext): AsyncGenerator<readonly TrainingSignal[]> {
  const since = after(ctx.clock.now(), -days(windowDays))
  let before = "sig_~"
  for (let told = 0; told < mostSignals; ) {
    const page = await ctx.read(
      ({ sql, tenantId }) => sql<TrainingSignal>`
        select id, visitor_id as "visitorId", product_id as "productId", kind, at from signal
        where tenant_id = ${tenantId} and id < ${before} and product_id is not null and at >= ${since}::timestamptz
        order by id desc limit ${perPage}`,
    )
    if (page.length > 0) yield page
    if (page.length < perPage) return
    told += page.length
    before = page.at(-1)?.id ?? ""
  }
}
