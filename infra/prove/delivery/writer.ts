import { setOnHand } from "#server/domain/inventory/index.ts"
import { newId } from "#server/kernel/ids.ts"
import type { Randomness } from "#infra/prove/isolation/randomness.ts"
import type { Street } from "./streets.ts"

/** Things happen in all shops, again and again, until it is told to stop. */
export interface Writer {
  /** So much at once that a page which was away is told to load afresh. */
  burst(street: Street): Promise<void>
  stop(): Promise<void>
}

const everyMs = 250
const burstSize = 620

/** A page hears of each such event by a name of its own: none may be missing, none come twice, none out of turn. */
export const mark = "prd_mark_"

export function startWriter(streets: readonly Street[], visitors: readonly string[], chance: Randomness): Writer {
  let isStopping = false
  let nth = 0
  const change = (street: Street, count: number) =>
    street.ctx.transact(async ({ emit }) => {
      for (let n = 0; n < count; n++)
        await emit("product.changed", { productId: `${mark}${(++nth).toString(36)}`, slug: "s", public: true })
    })
  const act = async (street: Street) => {
    const kind = chance.below(100)
    if (kind < 55) return change(street, 1 + chance.below(3))
    if (kind < 85) return setOnHand(street.ctx, chance.pick(street.products).variantId, chance.below(500) + 10)
    const { id: orderId, paymentId } = street.order
    if (kind < 93) return street.ctx.transact(({ emit }) => emit("payment.failed", { orderId, paymentId, failureCode: "c" }))
    return street.ctx.transact(({ emit }) => emit("cart.changed", { visitorId: chance.pick(visitors), count: 1, revision: 1 }))
  }
  const run = async (street: Street) => {
    while (!isStopping) {
      await act(street)
      await new Promise((resolve) => setTimeout(resolve, everyMs / 2 + chance.below(everyMs)))
    }
  }
  const running = Promise.all(streets.map(run))
  return {
    burst: (street) => change(street, burstSize),
    async stop() {
      isStopping = true
      await running
    },
  }
}

export function newVisitors(count: number): string[] {
  return Array.from({ length: count }, () => newId("visitor"))
}
