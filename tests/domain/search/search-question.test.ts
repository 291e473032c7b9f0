import { expect, test } from "vitest"
import { readSearchQuestion } from "#server/domain/search/index.ts"

const read = (text: string) =>
  readSearchQuestion(new URLSearchParams(text), (amount) => (/^\d+$/.test(amount) ? BigInt(amount) * 100n : null))

test("an address says what is asked for", () => {
  expect(
    read(
      "q=blue+mug&category=mugs&category=pots&option=Size:L&option=Size:S&option=Colour:Red&from=10&to=50&stock=1&sort=newest&page=3",
    ),
  ).toEqual({
    words: "blue mug",
    filters: {
      categories: ["mugs", "pots"],
      options: [
        { name: "Size", values: ["L", "S"] },
        { name: "Colour", values: ["Red"] },
      ],
      leastMinor: 1_000n,
      mostMinor: 5_000n,
      isAvailable: true,
    },
    sort: "newest",
    page: 3,
  })
})

test.each([
  "page=-1",
  "page=0",
  "page=1e99",
  "page=NaN",
  "page=2.5",
  "sort=drop+table",
  "from=abc&to=",
  "rating=99",
  "unknown=1&option=NoColon&option=:x",
  "",
])("what makes no sense is left out: %s", (text) => expect(read(text)).toEqual({ words: "", filters: {}, sort: null, page: 1 }))

test("what is too long or too many is cut, and control characters are blanks", () => {
  expect(read(`q=${"x".repeat(10_000)}`).words).toHaveLength(120)
  expect(read("q=a%00b%07%0Ac%E2%80%AE").words).toBe("a b c")
  const many = Array.from({ length: 500 }, (_, n) => `vendor=v${n}`).join("&")
  expect(read(many).filters.vendors).toHaveLength(50)
})
