import type { PlatformContext } from "#server/context/platform-context.ts"
import { after, hours } from "#server/kernel/clock.ts"
import type { ShopCaption } from "./board-order.ts"
import type { PulseBoard } from "./pulse-board.ts"

interface Told {
  readonly tenantId: string
  readonly name: string
  readonly at: Date
  readonly currency: string | null
  readonly events: number
  readonly minor: string | null
}

/** The last hour as the log tells it, so that a restart does not show an hour of silence. */
export async function primeBoard(board: PulseBoard, platform: PlatformContext): Promise<void> {
  await readCaptions(board, platform)
  const since = after(platform.clock.now(), -hours(1))
  const told = await platform.read(
    "pulse.prime-board",
    ({ sql }) => sql<Told>`
      select tenant_id as "tenantId", name, date_trunc('second', at) as at, payload ->> 'currency' as currency, count(*)::int as events,
        sum((payload ->> 'totalMinor')::numeric)::text as minor
      from outbox_event
      where published_at > ${since}
        and (name in ('order.placed', 'order.confirmed') or (name = 'stock.moved' and (payload ->> 'free')::int <= 0))
      group by 1, 2, 3, 4 order by 3`,
  )
  for (const { tenantId, name, at, currency, events, minor } of told) {
    if (name === "order.placed") board.order(tenantId, at.getTime(), events)
    else if (name === "stock.moved") board.stockOut(tenantId, at.getTime(), events)
    else if (currency !== null && minor !== null) board.paid(tenantId, at.getTime(), currency, BigInt(minor))
  }
}

/** Of one shop, or of all. */
export async function readCaptions(board: PulseBoard, platform: PlatformContext, tenantId?: string): Promise<void> {
  const shops = await platform.read(
    "pulse.read-captions",
    ({ sql }) => sql<ShopCaption>`
      select id as "tenantId", name, slug, status, trim(currency) as currency
      from tenant where ${tenantId ?? null}::text is null or id = ${tenantId ?? null}`,
  )
  for (const shop of shops) board.caption(shop)
}
