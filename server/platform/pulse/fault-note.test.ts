import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { blandMessage } from "./fault-note.ts"

const secret = fc.oneof(
  fc.emailAddress(),
  fc.constantFrom("ord_01jd7m3s9x5k2b4c6d8e0f1g2h", "4242 4242 4242 4242", "+49 170 1234567", "2a02:8071::1", "Hauptstraße 12"),
)

describe("what is told of a fault", () => {
  it("keeps its kind, its code and what is said in words", () => {
    expect(blandMessage(new TypeError("cannot read properties of undefined"))).toBe(
      "TypeError: cannot read properties of undefined",
    )
    const away = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:5432"), { code: "ECONNREFUSED" })
    expect(blandMessage(away)).toBe("Error ECONNREFUSED: connect ECONNREFUSED …")
    const twice = Object.assign(new Error('duplicate key value violates unique constraint "customer_email_key"'), {
      code: "23505",
    })
    expect(blandMessage(twice)).toBe("Error 23505: duplicate key value violates unique constraint …")
    expect(blandMessage("thrown text")).toBe("Error: ")
  })

  it.each([
    ['no customer "Jane Shopper" here', "Jane"],
    ["no mail to jane@shopper.example could be sent", "jane"],
    ["Key (email)=(jane@shopper.example) already exists.", "jane"],
    ["unknown customer: Jane Shopper", "Jane"],
    ["the name is Jane Shopper\nof Harbor Street", "Harbor"],
    ["see https://alder.example/orders/1?token=abc for Jane's", "token"],
    ["order #4711 of (Jane Shopper) is gone", "4711"],
  ])("leaves out of %j", (message, hidden) => {
    expect(blandMessage(new Error(message))).not.toContain(hidden)
  })

  it("lets no address, number or id through, wherever it stands", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("failed for", "no", "cannot send"),
        secret,
        fc.constantFrom("today", ""),
        (before, held, after) => {
          const told = blandMessage(new Error(`${before} ${held} ${after}`))
          expect(told).not.toMatch(/\d|@|ord_/)
        },
      ),
    )
  })
})
