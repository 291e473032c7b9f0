import { expect, test } from "vitest"
import { indexText, searchWords } from "./search-words.ts"

test("a run without spaces is indexed by its characters and pairs", () => {
  expect(indexText("青瓷茶壶 200ml")).toBe("青 瓷 茶 壶 青瓷 瓷茶 茶壶 200ml")
  expect(indexText("Café-Tasse（白）")).toBe("café tasse 白")
})

test("words are looked for by their beginning, runs by their pairs", () => {
  expect(searchWords("Blue mug").query).toBe("'blue':* & 'mug':*")
  expect(searchWords("紫砂壶").query).toBe("'紫砂' & '砂壶'")
  expect(searchWords("茶").query).toBe("'茶'")
})

test("nothing that a person types can steer the query", () => {
  expect(searchWords("a' | !b & (c):* \\").query).toBe("'a':* & 'b':* & 'c':*")
  expect(searchWords(" '&|! ")).toEqual({ query: "", plain: "" })
})
