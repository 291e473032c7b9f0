import pg from "pg"
import type { PlatformContext } from "#server/context/platform-context.ts"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { reserveStock } from "#server/domain/inventory/index.ts"
import { after, hours, seconds } from "#server/kernel/clock.ts"
import { silentLog } from "#server/kernel/log.ts"
import { startStockClock } from "#workers/stock-clock.ts"
import type { Row } from "./report.ts"

export interface ExpiryParts {
  readonly ctx: TenantContext
  readonly platform: PlatformContext
  readonly ownerUrl: string
  readonly variantId: string
}

const holds = 60
const overMs = seconds(6)
const lookMs = 4

/** Milliseconds from the moment at which a hold is over to the commit that makes its piece free, with the workers' own clock. */
export async function expiryToFree({ ctx, platform, ownerUrl, variantId }: ExpiryParts): Promise<Row> {
  const names = Array.from({ length: holds }, (_, at) => `crt_late${at}:1`)
  for (const name of names)
    await ctx.transact((work) => reserveStock(work, name, [{ variantId, quantity: 1 }], after(work.now, hours(1))))
  const begin = after(ctx.clock.now(), seconds(2))
  const ends = names.map((_, at) => after(begin, (at * overMs) / holds))
  await ctx.transact(
    ({ sql, tenantId }) => sql`
      update reservation r set expires_at = e.at from unnest(${names}::text[], ${ends}::timestamptz[]) as e(name, at)
      where r.tenant_id = ${tenantId} and r.order_id = e.name`,
  )
  const clock = startStockClock({ platform, contexts: async () => ctx, log: silentLog })
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 1 })
  const late: number[] = []
  try {
    while (late.length < holds) {
      const { rows } = await owner.query<{ reserved: number }>("select reserved from stock_level where variant_id = $1", [
        variantId,
      ])
      const seen = ctx.clock.now().getTime()
      for (const end of ends.slice(late.length, holds - (rows[0]?.reserved ?? holds)))
        late.push(Math.max(0, seen - end.getTime()))
      await new Promise((resolve) => setTimeout(resolve, lookMs))
    }
  } finally {
    await clock.close()
    await owner.end()
  }
  const sorted = late.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(holds - 1, Math.floor(share * holds))]
  return { what: "time over to free, ms", holds, p50: at(0.5), p95: at(0.95), most: sorted.at(-1) }
}
