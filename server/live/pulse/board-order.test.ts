import { describe, expect, it } from "vitest"
import { type BoardView, boardRows, plainView, type Takings } from "#server/messages/pulse.ts"
import { orderBoard, type ShopCaption } from "./board-order.ts"

const shop = (name: string, status = "active"): ShopCaption => {
  return { tenantId: `ten_${name}`, name, slug: name.toLowerCase(), status, currency: "USD" }
}

const names = (
  shops: readonly ShopCaption[],
  view: Partial<BoardView>,
  figures: { weights?: Record<string, number>; paid?: Record<string, Takings>; alerts?: Record<string, number> } = {},
) =>
  orderBoard(
    shops,
    { ...plainView, ...view },
    {
      weigh: (_, tenantId) => figures.weights?.[tenantId.slice(4)] ?? 0,
      takings: (tenantId) => figures.paid?.[tenantId.slice(4)] ?? {},
      alerts: (tenantId) => figures.alerts?.[tenantId.slice(4)] ?? 0,
    },
  ).shown.map(({ name }) => name)

describe("the order of the board", () => {
  it("puts the most first, or the least, and breaks ties by name either way", () => {
    const shops = ["C", "B", "A", "D"].map((name) => shop(name))
    const weights = { D: 3, A: 1 }
    expect(names(shops, { sort: "visitors", down: true }, { weights })).toEqual(["D", "A", "B", "C"])
    expect(names(shops, { sort: "visitors", down: false }, { weights })).toEqual(["B", "C", "A", "D"])
    expect(names(shops, { sort: "name", down: false })).toEqual(["A", "B", "C", "D"])
  })

  it("never compares amounts of two currencies", () => {
    const shops = ["A", "B", "C", "D", "E"].map((name) => shop(name))
    const paid = { A: { USD: "100" }, B: { EUR: "5" }, C: { USD: "99999999999999999999" }, D: { EUR: "50" } }
    expect(names(shops, { sort: "paid", down: true }, { paid })).toEqual(["D", "B", "C", "A", "E"])
    expect(names(shops, { sort: "paid", down: false }, { paid })).toEqual(["E", "B", "D", "A", "C"])
  })

  it("finds by part of a name, by state, and by alerts", () => {
    const shops = [shop("Alder"), shop("Mohn", "suspended"), shop("Songyan")]
    expect(names(shops, { text: " LDE" })).toEqual(["Alder"])
    expect(names(shops, { state: "suspended" })).toEqual(["Mohn"])
    expect(names(shops, { alerts: true }, { alerts: { Songyan: 1 } })).toEqual(["Songyan"])
  })

  it("shows a page at a time, and the last one when there is no such page", () => {
    const many = Array.from({ length: 2 * boardRows + 1 }, (_, nth) => shop(`S${String(nth).padStart(3, "0")}`))
    expect(names(many, { page: 2 })).toHaveLength(boardRows)
    expect(names(many, { page: 9 })).toEqual(["S050"])
    expect(names([], { page: 3 })).toEqual([])
  })
})
