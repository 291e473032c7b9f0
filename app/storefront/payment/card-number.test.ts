import { describe, expect, it } from "vitest"
import { formatCvc, formatExpiry, formatNumber, readCard } from "./card-number.ts"

describe("a card number", () => {
  it.each([
    ["4242424242424242", "4242 4242 4242 4242"],
    ["4242 4242-42", "4242 4242 42"],
    ["378282246310005", "3782 822463 10005"],
    ["4000abc", "4000"],
    ["", ""],
  ])("%s is written %s", (typed, written) => expect(formatNumber(typed)).toBe(written))
})

describe("an expiry date", () => {
  it.each([
    ["1", "", "1"],
    ["4", "", "04 / "],
    ["12", "1", "12 / "],
    ["12 / 3", "12 / ", "12 / 3"],
    ["1230", "", "12 / 30"],
    ["12/2030", "", "12 / 30"],
    ["1/30", "1/3", "01 / 30"],
    ["12 /", "12 / ", "12"],
  ])("%s after %s is written %s", (typed, before, written) => expect(formatExpiry(typed, before)).toBe(written))
})

describe("reading a card", () => {
  const now = new Date(2027, 4, 15)
  const good = { number: "4242 4242 4242 4242", expiry: "05 / 27", cvc: "123" }

  it("takes a good one, in its last month too", () => {
    expect(readCard(good, now)).toEqual({ card: { number: "4242424242424242", month: "05", year: "27", cvc: "123" } })
  })

  it.each([
    [{ ...good, number: "4242 4242 4242 4241" }, { number: "number-wrong" }],
    [{ ...good, number: "" }, { number: "number" }],
    [{ ...good, expiry: "13 / 30" }, { expiry: "expiry" }],
    [{ ...good, expiry: "04 / 27" }, { expiry: "expiry-past" }],
    [
      { number: "", expiry: "", cvc: "" },
      { number: "number", expiry: "expiry", cvc: "cvc" },
    ],
  ])("says what is wrong with %o", (card, problems) => expect(readCard(card, now)).toEqual({ problems }))

  it("keeps four digits of a code", () => expect(formatCvc("12a345")).toBe("1234"))
})
