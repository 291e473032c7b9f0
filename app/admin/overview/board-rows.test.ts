import { describe, expect, it } from "vitest"
import type { TenantPulse } from "#server/messages/live.ts"
import { boardRows, mostRows } from "./board-rows.ts"

const shop = (name: string, change: Partial<TenantPulse> = {}): TenantPulse => ({
  tenantId: `ten_${name}`,
  name,
  slug: name.toLowerCase(),
  status: "active",
  currency: "USD",
  visitors: 0,
  ordersPerMinute: 0,
  paidMinorPerMinute: "0",
  stockOutsPerMinute: 0,
  refusalsPerMinute: 0,
  orderHistory: [],
  ...change,
})

describe("the board", () => {
  it("puts the busiest first and breaks ties by name", () => {
    const tenants = [
      shop("C"),
      shop("B"),
      shop("A", { visitors: 9 }),
      shop("D", { ordersPerMinute: 1 }),
      shop("E", { orderHistory: [3] }),
    ]
    expect(boardRows(tenants, "", "orders").rows.map(({ name }) => name)).toEqual(["D", "E", "A", "B", "C"])
    expect(boardRows(tenants, "", "visitors").rows[0]?.name).toBe("A")
    expect(boardRows(tenants, "", "name").rows.map(({ name }) => name)).toEqual(["A", "B", "C", "D", "E"])
  })

  it("filters by any part of the name, whatever the case", () => {
    expect(boardRows([shop("Alder"), shop("Mohn")], " LDE", "name").rows.map(({ name }) => name)).toEqual(["Alder"])
  })

  it("draws a bounded number of rows and says how many it left out", () => {
    const many = Array.from({ length: 1_000 }, (_, index) => shop(`S${index}`))
    const { rows, hidden } = boardRows(many, "", "orders")
    expect([rows.length, hidden]).toEqual([mostRows, 1_000 - mostRows])
  })
})
