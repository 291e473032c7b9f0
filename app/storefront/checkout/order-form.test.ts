import { describe, expect, it } from "vitest"
import { orderForm } from "./order-form.ts"

const person = { name: "Kim Reed", line1: "12 Mill Lane", city: "Anywhere" }

function wrongFields(country: string, address: object): string[] {
  const sent = { email: " Kim@Example.com ", shippingMethodId: "shm_1", address: { ...person, country, ...address } }
  const read = orderForm(country).safeParse(sent)
  return read.success ? [] : read.error.issues.map(({ path }) => path.join("."))
}

describe("the order form", () => {
  it.each([
    ["DE", { postcode: "10115" }],
    ["US", { postcode: "97209-1234", region: "OR" }],
    ["CA", { postcode: "k1a 0b1", region: "ON" }],
    ["JP", { postcode: "100-0001", region: "東京都" }],
    ["HK", {}],
    ["PT", { postcode: "1100-148" }],
  ])("takes an address in %s: %o", (country, address) => expect(wrongFields(country, address)).toEqual([]))

  it.each([
    ["DE", { postcode: "1011" }, ["address.postcode"]],
    ["DE", {}, ["address.postcode"]],
    ["US", { postcode: "97209" }, ["address.region"]],
    ["US", { postcode: "97209", region: "ZZ" }, ["address.region"]],
    ["US", { postcode: "97209", region: "toString" }, ["address.region"]],
    ["CN", { postcode: "31000" }, ["address.postcode", "address.region"]],
    ["DE", { postcode: "10115", name: undefined, city: " " }, ["address.name", "address.city"]],
  ])("marks in %s, given %o, %o", (country, address, fields) =>
    expect(wrongFields(country, address).sort()).toEqual([...fields].sort()),
  )

  it("keeps nothing that is not asked for", () => {
    const address = { ...person, country: "DE", postcode: "10115", totalMinor: "1" }
    const sent = { email: "kim@example.com", shippingMethodId: "shm_1", address, total: "1", unitMinor: "1" }
    const read = orderForm("DE").parse(sent)
    expect(Object.keys(read).sort()).toEqual(["address", "email", "shippingMethodId"])
    expect(read.address).not.toHaveProperty("totalMinor")
  })
})
