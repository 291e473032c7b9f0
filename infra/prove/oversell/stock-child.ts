import type { TenantContext } from "#server/context/tenant-context.ts"
import { holdStock, receiveStock, setBackorderLimit, transferStock } from "#server/domain/inventory/index.ts"
import { cancelOrder, confirmOrder, type OrderRequest, type PlacedOrder, placeOrder } from "#server/domain/orders/index.ts"
import { reportPayment, settlePayment } from "#server/domain/payments/index.ts"
import { present } from "#server/kernel/assert.ts"
import { newId } from "#server/kernel/ids.ts"
import { silentLog } from "#server/kernel/log.ts"
import { isRefusal } from "#server/messages/refusals.ts"
import { startStockClock } from "#workers/stock-clock.ts"
import { openStage, type Stage } from "./stage.ts"
import { childWish, type Ending, type Errand, request } from "./wish.ts"

/** A web or a worker process, to be killed. */
const { role, ...wish } = childWish.parse(JSON.parse(process.argv[2] ?? "{}"))
const stage = openStage({
  ...wish,
  actor: role === "web" ? { kind: "visitor", visitorId: newId("visitor") } : { kind: "system" },
})
let { aheadMs } = wish
if (role === "worker") startStockClock({ platform: stage.platform, contexts: (tenantId) => stage.shop(tenantId), log: silentLog })

process.on("message", (message) => {
  const { id, errand } = request.parse(message)
  void run(stage, errand).then((ending) => process.send?.({ id, ending }))
})
process.on("disconnect", () => process.exit(0))
process.send?.("ready")

async function run(stage: Stage, errand: Errand): Promise<Ending> {
  try {
    return await perform(stage, errand)
  } catch (error) {
    if (isRefusal(error)) return { is: "refused", code: error.code }
    return { is: "fault", said: error instanceof Error ? `${error.message} ${codeOf(error)}` : String(error) }
  }
}

const codeOf = (error: object) => ("code" in error ? String(error.code) : "")

async function perform(stage: Stage, errand: Errand): Promise<Ending> {
  if (errand.do === "set-clock") {
    stage.clock.advance(errand.aheadMs - aheadMs)
    aheadMs = errand.aheadMs
    return { is: "done" }
  }
  const ctx = await stage.shop(errand.tenantId)
  if (errand.do === "buy") return { is: "done", orderId: await buy(ctx, stage, errand) }
  // Of what it did nobody will ever know.
  if (errand.do === "abandon") await holdStock(ctx, { reference: `${errand.cartId}:1`, demands: errand.lines })
  if (errand.do === "receive") await receiveStock(ctx, errand.variantId, errand.pieces, errand.locationId)
  if (errand.do === "transfer") await transferStock(ctx, errand)
  if (errand.do === "limit") await setBackorderLimit(ctx, errand.variantId, errand.limit)
  return { is: "done" }
}

async function buy(ctx: TenantContext, { ports }: Stage, errand: Extract<Errand, { do: "buy" }>): Promise<string> {
  const { cartId, lines, shippingMethodId, fate, pauseMs } = errand
  await ports.carts.change(ctx.asker, cartId, () => lines)
  const address = {
    name: "Ada",
    line1: "1 Main St",
    line2: "",
    city: "Springfield",
    postcode: "1",
    region: "",
    country: "US",
    phone: "",
  }
  const order: OrderRequest = { cartId, email: "ada@mail.test", address, shippingMethodId, visitorId: newId("visitor") }
  const placed = await placeOrder(ctx, order)
  await new Promise((resolve) => setTimeout(resolve, pauseMs))
  try {
    if (fate === "cancelled") await cancelOrder(ctx, placed.orderId, "shopper")
    if (fate === "paid") await pay(ctx, ports, placed)
  } catch (error) {
    // Its time was up, or the twin of this click did it.
    if (!isRefusal(error)) throw error
  }
  return placed.orderId
}

async function pay(ctx: TenantContext, { payments }: Stage["ports"], { orderId, paymentId }: PlacedOrder): Promise<void> {
  const intent = [...payments.intents.values()].find((known) => known.paymentId === paymentId)
  // The other process opened it, and is the one to report.
  if (!intent) return
  const report = payments.advance(intent.providerRef, "succeeded")
  await reportPayment(ctx, report)
  await settlePayment(ctx, report.eventId, present(newId("event"), "event"))
  await confirmOrder(ctx, { orderId, paymentId }, newId("event"))
}
