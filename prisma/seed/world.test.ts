import { describe, expect, it } from "vitest"
import type { Row } from "./tables.ts"
import { buildWorld, digestOf } from "./world.ts"

const now = new Date("2026-03-14T15:26:53Z")
const wish = { seedNumber: 7, apexHost: "localhost", now }
const world = await buildWorld(wish)
const { tables } = world

function sums(rows: readonly Row[], key: (row: Row) => string, amount: (row: Row) => bigint): Map<string, bigint> {
  const found = new Map<string, bigint>()
  for (const row of rows) found.set(key(row), (found.get(key(row)) ?? 0n) + amount(row))
  return found
}
const whole = (value: unknown) => BigInt(String(value))

describe("the demo world", () => {
  it("is the same for the same number and hour, and another for another number", async () => {
    const again = await buildWorld({ ...wish, now: new Date("2026-03-14T15:59:59Z") })
    const other = await buildWorld({ ...wish, seedNumber: 8 })
    expect(digestOf(again)).toBe(digestOf(world))
    expect(digestOf(other)).not.toBe(digestOf(world))
  }, 60_000)

  it("has a history worth learning from", () => {
    expect(new Set(tables.signal.map(({ visitor_id }) => visitor_id)).size).toBeGreaterThan(1_000)
    expect(tables.signal.length).toBeGreaterThan(50_000)
    for (const { id } of tables.tenant)
      expect(tables.order.filter(({ tenant_id }) => tenant_id === id).length).toBeGreaterThan(600)
  })

  it("keeps books that sum to zero and whose cash is what was paid", () => {
    const perPosting = sums(
      tables.entry,
      ({ posting_id }) => String(posting_id),
      ({ amount_minor }) => whole(amount_minor),
    )
    expect(perPosting.size).toBe(tables.posting.length)
    expect([...perPosting.values()].filter((sum) => sum !== 0n)).toEqual([])
    const cash = tables.entry.filter(({ account }) => account === "cash:clearing")
    const settled = tables.payment.filter(({ status }) => status === "settled")
    const byTenant = (rows: readonly Row[]) =>
      sums(
        rows,
        ({ tenant_id }) => String(tenant_id),
        ({ amount_minor }) => whole(amount_minor),
      )
    expect(byTenant(cash)).toEqual(byTenant(settled))
  })

  it("adds up every order from its lines, shipping and tax", () => {
    const lines = sums(
      tables.order_line,
      ({ order_id }) => String(order_id),
      ({ total_minor }) => whole(total_minor),
    )
    for (const order of tables.order) {
      expect(lines.get(String(order.id))).toBe(order.subtotal_minor)
      const onTop = order.tax_included === true ? 0n : whole(order.tax_minor)
      expect(order.total_minor).toBe(whole(order.subtotal_minor) + whole(order.shipping_minor) + onTop)
    }
  })

  it("has stock that its movements explain", () => {
    const onHand = sums(
      tables.stock_movement,
      ({ variant_id }) => String(variant_id),
      ({ on_hand_delta }) => whole(on_hand_delta),
    )
    const reserved = sums(
      tables.stock_movement,
      ({ variant_id }) => String(variant_id),
      ({ reserved_delta }) => whole(reserved_delta),
    )
    for (const level of tables.stock_level) {
      expect(onHand.get(String(level.variant_id)) ?? 0n).toBe(whole(level.on_hand))
      expect(reserved.get(String(level.variant_id)) ?? 0n).toBe(whole(level.reserved))
      expect(Number(level.on_hand)).toBeGreaterThanOrEqual(0)
    }
    const place = (row: Row) => `${row.variant_id} ${row.location_id}`
    const lying = sums(tables.stock_shelf, place, ({ on_hand }) => whole(on_hand))
    const located = tables.stock_movement.filter(({ location_id }) => location_id !== null)
    for (const [at, pieces] of sums(located, place, ({ on_hand_delta }) => whole(on_hand_delta)))
      expect(lying.get(at)).toBe(pieces)
    const perVariant = sums(
      tables.stock_shelf,
      ({ variant_id }) => String(variant_id),
      ({ on_hand }) => whole(on_hand),
    )
    for (const { variant_id, on_hand } of tables.stock_level) expect(perVariant.get(String(variant_id))).toBe(whole(on_hand))
    expect(tables.stock_location.length).toBe(tables.tenant.length + 1)
    expect(tables.bundle_part).toHaveLength(3)
    expect(tables.stock_level.some(({ on_hand }) => on_hand === 0)).toBe(true)
  })

  it("numbers orders without gaps, and tells of nothing that is still to come", () => {
    for (const { tenant_id, value } of tables.counter) {
      const numbers = tables.order.filter((order) => order.tenant_id === tenant_id).map(({ number }) => Number(number))
      expect(Math.max(...numbers)).toBe(value)
      expect(new Set(numbers).size).toBe(Number(value) - 1_000)
    }
    const dates = [...tables.order, ...tables.signal, ...tables.stock_movement].flatMap((row) =>
      Object.values(row).filter((cell) => cell instanceof Date),
    )
    const latest = dates.reduce((last, date) => Math.max(last, date.getTime()), 0)
    expect(latest).toBeLessThanOrEqual(now.getTime() + 15 * 60_000)
  })

  it("gives every product a picture and every published one a place in what is to be indexed", () => {
    const pictured = new Set(tables.picture.map(({ product_id }) => product_id))
    expect(tables.product.filter(({ id }) => !pictured.has(String(id)))).toEqual([])
    expect(tables.search_due).toHaveLength(tables.product.filter(({ status }) => status === "published").length)
  })
})
