import { expect, it } from "vitest"
import { addressLines } from "./address-lines.ts"

const rest = { line2: "", phone: "" }

it.each([
  [
    { ...rest, name: "Kim Reed", line1: "12 Mill Lane", city: "Portland", region: "OR", postcode: "97209", country: "US" },
    ["Kim Reed", "12 Mill Lane", "Portland, OR 97209", "There"],
  ],
  [
    { ...rest, name: "Kim Vogel", line1: "Lindenstraße 4", city: "Leipzig", region: "", postcode: "04109", country: "DE" },
    ["Kim Vogel", "Lindenstraße 4", "04109 Leipzig", "There"],
  ],
  [
    { ...rest, name: "李明", line1: "湖滨路 8 号", city: "杭州市", region: "浙江省", postcode: "310002", country: "CN" },
    ["310002", "There 浙江省杭州市", "湖滨路 8 号", "李明"],
  ],
])("writes %o as its country does", (address, lines) => expect(addressLines(address, "There")).toEqual(lines))
