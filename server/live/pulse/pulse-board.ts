import { minutes, seconds } from "#server/kernel/clock.ts"
import { isEvent, type LoggedEvent } from "#server/messages/events.ts"
import type { Pulse, TenantPulse } from "#server/messages/live.ts"
import { createRing } from "./ring.ts"

/** What the board knows of a shop besides its numbers. */
export interface ShopCaption {
  readonly tenantId: string
  readonly name: string
  readonly slug: string
  readonly status: string
  readonly currency: string
}

export interface PulseBoard {
  /** A shop is on the board from its first caption on. */
  caption(shop: ShopCaption): void
  event(event: LoggedEvent): void
  order(tenantId: string, atMs: number, count: number): void
  paid(tenantId: string, atMs: number, minor: bigint): void
  refusal(tenantId: string, atMs: number): void
  read(nowMs: number, visitorsOf: (tenantId: string) => number): Pulse
}

interface Line {
  caption: ShopCaption | undefined
  readonly orders: ReturnType<typeof createRing>
  readonly paid: ReturnType<typeof createRing>
  readonly stockOuts: ReturnType<typeof createRing>
  readonly refusals: ReturnType<typeof createRing>
  readonly history: ReturnType<typeof createRing>
}

/** The platform's numbers, kept in memory as they happen. */
export function createPulseBoard(): PulseBoard {
  const lines = new Map<string, Line>()
  const lineOf = (tenantId: string): Line => {
    const line = lines.get(tenantId) ?? newLine()
    lines.set(tenantId, line)
    return line
  }
  const order = (tenantId: string, atMs: number, count: number) => {
    const line = lineOf(tenantId)
    line.orders.add(atMs, BigInt(count))
    line.history.add(atMs, BigInt(count))
  }
  const paid = (tenantId: string, atMs: number, minor: bigint) => lineOf(tenantId).paid.add(atMs, minor)
  return {
    order,
    paid,
    caption(shop) {
      lineOf(shop.tenantId).caption = shop
    },
    refusal: (tenantId, atMs) => lineOf(tenantId).refusals.add(atMs, 1n),
    event(event) {
      const at = event.at.getTime()
      if (isEvent(event, "order.placed")) order(event.tenantId, at, 1)
      else if (isEvent(event, "order.confirmed")) paid(event.tenantId, at, BigInt(event.payload.totalMinor))
      else if (isEvent(event, "stock.moved") && event.payload.free <= 0) lineOf(event.tenantId).stockOuts.add(at, 1n)
    },
    read: (nowMs, visitorsOf) => ({
      at: nowMs,
      tenants: [...lines].flatMap(([tenantId, line]) =>
        line.caption ? [pulseOf(line.caption, line, nowMs, visitorsOf(tenantId))] : [],
      ),
    }),
  }
}

function newLine(): Line {
  const perMinute = () => createRing(seconds(1), 60)
  return {
    caption: undefined,
    orders: perMinute(),
    paid: perMinute(),
    stockOuts: perMinute(),
    refusals: perMinute(),
    history: createRing(minutes(1), 60),
  }
}

function pulseOf(caption: ShopCaption, line: Line, nowMs: number, visitors: number): TenantPulse {
  return {
    ...caption,
    visitors,
    ordersPerMinute: Number(line.orders.sum(nowMs)),
    paidMinorPerMinute: line.paid.sum(nowMs).toString(),
    stockOutsPerMinute: Number(line.stockOuts.sum(nowMs)),
    refusalsPerMinute: Number(line.refusals.sum(nowMs)),
    orderHistory: line.history.list(nowMs).map(Number),
  }
}
