import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { recomputeStock, releaseStock, reserveStock } from "#server/domain/inventory/index.ts"
import { dueStock, expireOrders, findOrder, timeToPay } from "#server/domain/orders/index.ts"
import { after as later, minutes } from "#server/kernel/clock.ts"
import { silentLog } from "#server/kernel/log.ts"
import { openStall, type Stall } from "#tests/support/stall.ts"
import { giveBackDue } from "#workers/stock-clock.ts"

let stall: Stall
beforeAll(async () => {
  stall = await openStall()
})
afterAll(() => stall.close())

const contexts = async (tenantId: string): Promise<TenantContext | undefined> =>
  tenantId === stall.ctx.tenant.id ? stall.ctx : undefined
const tick = () => giveBackDue({ platform: stall.platform, contexts, log: silentLog })
/** As a round does for an order that is about to be written. */
const holdFor = (variantId: string, reference: string) =>
  stall.ctx.transact((work) => reserveStock(work, reference, [{ variantId, quantity: 1 }], later(work.now, minutes(1))))
const adds = async () => expect(await stall.ctx.read((reading) => recomputeStock(reading))).toEqual([])

describe("goods whose time is up", () => {
  it("are free again, all of a crowd's at once", async () => {
    const variantId = await stall.sell({ onHand: 30 })
    const orders = await Promise.all(Array.from({ length: 12 }, () => stall.buy([{ variantId, quantity: 2 }])))
    expect((await stall.stock(variantId)).free).toBe(6)
    stall.clock.advance(timeToPay)
    await tick()
    expect(await stall.stock(variantId)).toMatchObject({ onHand: 30, reserved: 0, free: 30 })
    for (const { orderId } of orders)
      expect(await findOrder(stall.ctx, orderId, { staff: true })).toMatchObject({
        status: "cancelled",
        cancelReason: "expired",
        payment: { status: "cancelled" },
      })
    expect(await dueStock(stall.platform)).toMatchObject({ tenantIds: [] })
    expect(await expireOrders(stall.ctx)).toBe(0)
    await adds()
  })

  it("are free again when nobody came to write the order", async () => {
    const variantId = await stall.sell({ onHand: 2 })
    await holdFor(variantId, "crt_dead:1")
    stall.clock.advance(minutes(1))
    expect((await dueStock(stall.platform)).tenantIds).toEqual([stall.ctx.tenant.id])
    await tick()
    expect(await stall.stock(variantId)).toMatchObject({ reserved: 0, free: 2 })
    await adds()
  })

  it("wake the clock when they will be due, and not before", async () => {
    const variantId = await stall.sell({ onHand: 2 })
    await stall.ctx.transact((work) => reserveStock(work, "crt_soon:1", [{ variantId, quantity: 1 }], later(work.now, 600)))
    const sleepMs = await tick()
    expect(sleepMs).toBeLessThanOrEqual(600)
    expect((await stall.stock(variantId)).reserved).toBe(1)
    stall.clock.advance(600)
    await tick()
    expect((await stall.stock(variantId)).reserved).toBe(0)
  })

  it("stay with an order that takes them over at the last moment", async () => {
    const variantId = await stall.sell({ onHand: 1 })
    await holdFor(variantId, "crt_late:1")
    stall.clock.advance(minutes(1))
    const { lapsing } = await stall.ctx.transact(async ({ sql, tenantId, now }) => {
      await sql`
        update reservation r set order_id = 'ord_late', expires_at = ${later(now, timeToPay)}::timestamptz
        where r.tenant_id = ${tenantId} and r.order_id = 'crt_late:1' and r.status = 'held'`
      // It sees the hold as it was, and waits for this transaction to end.
      const lapsing = tick()
      await new Promise((resolve) => setTimeout(resolve, 150))
      return { lapsing }
    })
    await lapsing
    expect(await stall.stock(variantId)).toMatchObject({ reserved: 1, free: 0 })
    await adds()
    await stall.ctx.transact((work) => releaseStock(work, "ord_late"))
  })
})
