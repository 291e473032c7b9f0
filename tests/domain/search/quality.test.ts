import { expect, test } from "vitest"
import { benchSearchQuality } from "#infra/bench/search-quality.ts"
import { judged } from "#infra/bench/search-quality/judged.ts"
import { measured } from "#infra/bench/search-quality/measure.ts"
import { shops } from "#prisma/seed/shops/shops.ts"

test("the judged queries name products that are for sale, at least 150 of them, in three languages", () => {
  const forSale = new Map(
    shops.map((shop) => [shop.slug, new Set(shop.products.filter(({ draft }) => !draft).map(({ slug }) => slug))]),
  )
  const unknown = judged.flatMap(({ shop, wanted }) => wanted.filter((slug) => !forSale.get(shop)?.has(slug)))
  expect(unknown).toEqual([])
  expect(judged.length).toBeGreaterThanOrEqual(150)
  expect(new Set(judged.map(({ shop }) => shop)).size).toBe(3)
  expect(new Set(judged.map(({ shop, words }) => `${shop} ${words}`)).size).toBe(judged.length)
})

test("recall and rank are what they are called", () => {
  const query = { shop: "alder", kind: "word", words: "x", wanted: ["a", "b"] } as const
  expect(measured(query, ["c", "a"])).toMatchObject({ recall: 0.5, reciprocalRank: 0.5, missing: ["b"] })
  expect(measured(query, [])).toMatchObject({ recall: 0, reciprocalRank: 0 })
})

test("the engine finds what people want", async () => {
  expect((await benchSearchQuality()).broken).toEqual([])
})
