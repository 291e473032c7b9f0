import { describe, expect, it } from "vitest"
import { declinedField, declineKey } from "./decline.ts"

describe("what a shopper is told", () => {
  it.each([
    ["insufficient_funds", "payment.decline.funds"],
    ["stolen_card", "payment.decline.lost"],
    ["payment_intent_authentication_failure", "payment.decline.authentication"],
    ["a_code_of_tomorrow", "payment.decline.unknown"],
    ["constructor", "payment.decline.unknown"],
  ])("after %s", (code, key) => expect(declineKey(code)).toBe(key))

  it("stands at the field that the provider names", () => {
    expect(declinedField("exp_month")).toBe("expiry")
    expect(declinedField("toString")).toBeUndefined()
    expect(declinedField(undefined)).toBeUndefined()
  })
})
