import { describe, expect, it } from "vitest"
import { money } from "#server/kernel/money.ts"
import { formatsFor } from "./formats.ts"

const now = new Date("2026-03-01T12:00:00Z")

describe("formats", () => {
  it("writes amounts with the digits of their currency", () => {
    expect(formatsFor("de", "UTC").money(money(1250, "EUR"))).toBe("12,50\u00a0€")
    expect(formatsFor("zh", "UTC").money(money(1250, "CNY"))).toBe("¥12.50")
    expect(formatsFor("en", "UTC").money(money(1250, "JPY"))).toBe("¥1,250")
  })

  it("shows a moment in the zone that it was made for", () => {
    expect(formatsFor("de", "Europe/Berlin").time("2026-03-01T23:30:00Z")).toBe("00:30")
    expect(formatsFor("de", "UTC").time("2026-03-01T23:30:00Z")).toBe("23:30")
  })

  it("writes one kind of space, as node and browsers do not", () => {
    expect(formatsFor("en", "UTC").time("2026-03-01T15:05:00Z")).toBe("3:05 PM")
  })

  it.each([
    ["2026-03-01T11:57:00Z", "3 minutes ago"],
    ["2026-02-27T12:00:00Z", "2 days ago"],
    ["2026-03-01T12:00:20Z", "in 20 seconds"],
  ])("tells how far %s is from now", (at, words) => {
    expect(formatsFor("en", "UTC").since(at, now)).toBe(words)
  })
})
