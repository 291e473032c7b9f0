import { expect, it } from "vitest"
import { marketAddress, readMarketWish } from "./market-wish.ts"

const read = (query: string) => readMarketWish(new URLSearchParams(query))

it("an address and its wish are one and the same", () => {
  const address = "/search?q=tea+pot&shop=alder&shop=mohn&stock=1&grouped=1&page=3"
  expect(marketAddress(read(address.slice("/search?".length)))).toBe(address)
  expect(marketAddress(read("q=tea"))).toBe("/search?q=tea")
})

it.each([
  ["q=%00%07a", { words: "a" }],
  [`q=${"x".repeat(10_000)}`, { words: "x".repeat(120) }],
  ["q=a&page=-3", { page: 1 }],
  ["q=a&page=none&stock=2&grouped=yes", { page: 1, isAvailable: false, isGrouped: false }],
  ["q=a&shop=alder&shop=alder&shop=%27+or+1&shop=", { shops: ["alder"] }],
  [`q=a${"&shop=a&shop=b".repeat(300)}`, { shops: ["a", "b"] }],
])("whatever stands in it, the wish is a plain one: %#", (query, wish) => expect(read(query)).toMatchObject(wish))
