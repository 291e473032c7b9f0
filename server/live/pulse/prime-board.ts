import type { PlatformContext } from "#server/context/platform-context.ts"
import { after, hours } from "#server/kernel/clock.ts"
import type { PulseBoard, ShopCaption } from "./pulse-board.ts"

/** The last hour as the database tells it, so that a restart does not show an hour of silence. */
export async function primeBoard(board: PulseBoard, platform: PlatformContext): Promise<void> {
  await readCaptions(board, platform)
  const since = after(platform.clock.now(), -hours(1))
  const placed = await platform.read(
    ({ sql }) => sql<{ tenantId: string; at: Date; orders: number }>`
      select tenant_id as "tenantId", date_trunc('second', placed_at) as at, count(*)::int as orders
      from "order" where placed_at > ${since} group by 1, 2`,
  )
  for (const row of placed.sort((a, b) => a.at.getTime() - b.at.getTime()))
    board.order(row.tenantId, row.at.getTime(), row.orders)
  const paid = await platform.read(
    ({ sql }) => sql<{ tenantId: string; at: Date; minor: string }>`
      select tenant_id as "tenantId", date_trunc('second', paid_at) as at, sum(total_minor)::text as minor
      from "order" where paid_at > ${since} group by 1, 2`,
  )
  for (const row of paid.sort((a, b) => a.at.getTime() - b.at.getTime()))
    board.paid(row.tenantId, row.at.getTime(), BigInt(row.minor))
}

/** Of one shop, or of all. */
export async function readCaptions(board: PulseBoard, platform: PlatformContext, tenantId?: string): Promise<void> {
  const shops = await platform.read(
    ({ sql }) => sql<ShopCaption>`
      select id as "tenantId", name, slug, status, currency from tenant where ${tenantId ?? null}::text is null or id = ${tenantId ?? null}`,
  )
  for (const shop of shops) board.caption(shop)
}
