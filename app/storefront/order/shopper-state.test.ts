import { describe, expect, it } from "vitest"
import { shopperState } from "./shopper-state.ts"

describe("an order in its shopper's eyes", () => {
  it("waits, is declined, or is being confirmed while it is placed", () => {
    expect(shopperState({ status: "placed", payment: { status: "pending" } }, false)).toBe("waiting")
    expect(shopperState({ status: "placed", payment: { status: "failed" } }, false)).toBe("declined")
    expect(shopperState({ status: "placed", payment: { status: "settled" } }, false)).toBe("confirming")
    expect(shopperState({ status: "placed", payment: { status: "failed" } }, true)).toBe("confirming")
  })

  it("believes the order and not the browser once it has moved on", () => {
    expect(shopperState({ status: "cancelled", payment: { status: "cancelled" } }, true)).toBe("cancelled")
    expect(shopperState({ status: "paid", payment: { status: "settled" } }, true)).toBe("paid")
  })
})
