import { describe, expect, it } from "vitest"
import { present } from "#server/kernel/assert.ts"
import { parseDecimal } from "#server/kernel/money.ts"
import { shops } from "./shops.ts"

const chinese = /[\u4e00-\u9fff]/

describe.each(shops)("the catalogue of $slug", (shop) => {
  it("has forty products or more on sale, and a draft", () => {
    expect(shop.products.filter(({ draft }) => !draft).length).toBeGreaterThanOrEqual(40)
    expect(shop.products.some(({ draft }) => draft)).toBe(true)
  })

  it("uses each slug and title once, and every category", () => {
    expect(new Set(shop.products.map(({ slug }) => slug)).size).toBe(shop.products.length)
    expect(new Set(shop.products.map(({ title }) => title)).size).toBe(shop.products.length)
    const used = new Set(shop.products.map(({ category }) => category))
    expect([...used].sort()).toEqual(shop.categories.map(({ slug }) => slug).sort())
  })

  it("describes each product in two to four sentences, in the shop's language", () => {
    for (const { description, title, slug } of shop.products) {
      const sentences = description.split(/[.!?](?:\s|$)|[。!?]/).filter((part) => part.trim() !== "")
      expect(sentences.length, slug).toBeGreaterThanOrEqual(2)
      expect(sentences.length, slug).toBeLessThanOrEqual(4)
      expect(chinese.test(title + description), slug).toBe(shop.language === "zh")
      expect(`${title} ${description}`, slug).not.toMatch(
        /lorem|ipsum|todo|tbd|placeholder|xxx|foo\b|example|Beispiel|示例|占位/i,
      )
    }
  })

  it("has prices that its currency can pay", () => {
    for (const { price, sizes } of shop.products) {
      expect(present(parseDecimal(price, shop.currency), price).minor).toBeGreaterThan(0n)
      for (const extra of Object.values(sizes?.[1] ?? {})) expect(parseDecimal(extra, shop.currency), extra).toBeDefined()
    }
  })
})
