import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { defineBundle, receiveStock, recomputeStock, setBackorderLimit } from "#server/domain/inventory/index.ts"
import { findOrder, type PlacedOrder, refundOrder, shipOrder } from "#server/domain/orders/index.ts"
import { reportPayment } from "#server/domain/payments/index.ts"
import { present } from "#server/kernel/assert.ts"
import { newId } from "#server/kernel/ids.ts"
import { openStall, type Stall } from "#tests/support/stall.ts"
import { runJobs } from "./run-jobs.ts"

let stall: Stall
beforeAll(async () => {
  stall = await openStall()
})
afterAll(() => stall.close())

const see = ({ orderId }: PlacedOrder) => findOrder(stall.ctx, orderId, { staff: true })
const parcel = { carrier: "Post", tracking: "" }

async function paid(variantId: string, quantity: number): Promise<PlacedOrder> {
  const order = await stall.buy([{ variantId, quantity }])
  const intents = [...stall.ports.payments.intents.values()]
  const { providerRef } = present(
    intents.find(({ paymentId }) => paymentId === order.paymentId),
    "intent",
  )
  await reportPayment(stall.ctx, stall.ports.payments.advance(providerRef, "succeeded"))
  await runJobs(stall.ctx)
  return order
}

async function refund(order: PlacedOrder, quantity: number, restock: boolean): Promise<void> {
  const [line] = (await see(order)).lines
  const pieces = [{ lineId: present(line, "line").id, quantity, restock }]
  await refundOrder(stall.ctx, order.orderId, { key: newId("refund"), pieces, withShipping: false, note: "" })
}
const adds = async () => expect(await stall.ctx.read((reading) => recomputeStock(reading))).toEqual([])

describe("an order whose goods are still to come", () => {
  it("ships when they are there", async () => {
    const variantId = await stall.sell({ onHand: 1 })
    await setBackorderLimit(stall.ctx, variantId, 5)
    const order = await paid(variantId, 3)
    expect(await see(order)).toMatchObject({ status: "paid", awaited: 2 })
    await expect(shipOrder(stall.ctx, order.orderId, parcel)).rejects.toMatchObject({
      code: "inventory.still-awaited",
      details: { pieces: 2 },
    })
    expect((await see(order)).status).toBe("paid")
    await receiveStock(stall.ctx, variantId, 2)
    await shipOrder(stall.ctx, order.orderId, parcel)
    expect(await see(order)).toMatchObject({ status: "shipped", awaited: 0 })
    await adds()
  })

  it("waits for nothing whose money went back", async () => {
    const variantId = await stall.sell({ onHand: 1 })
    await setBackorderLimit(stall.ctx, variantId, 5)
    const order = await paid(variantId, 3)
    // Two were still to come; the third is back.
    await refund(order, 1, true)
    expect(await stall.stock(variantId)).toMatchObject({ onHand: 0, reserved: 1 })
    await refund(order, 2, true)
    expect(await stall.stock(variantId)).toMatchObject({ onHand: 1, reserved: 0 })
    expect((await see(order)).awaited).toBe(0)
    await adds()
  })
})

it("brings a bundle back as its parts, and not what cannot be sold again", async () => {
  const [cup, pot, set] = [await stall.sell({ onHand: 8 }), await stall.sell({ onHand: 4 }), await stall.sell({ onHand: 0 })]
  await defineBundle(stall.ctx, set, [
    { componentId: cup, quantity: 2 },
    { componentId: pot, quantity: 1 },
  ])
  const order = await paid(set, 3)
  expect(await stall.stock(cup)).toMatchObject({ onHand: 2, reserved: 0 })
  await refund(order, 1, true)
  expect([await stall.stock(cup), await stall.stock(pot)]).toMatchObject([{ onHand: 4 }, { onHand: 2 }])
  await refund(order, 1, false)
  expect(await stall.stock(cup)).toMatchObject({ onHand: 4 })
  expect(await stall.stock(set)).toMatchObject({ free: 2 })
  await adds()
})
