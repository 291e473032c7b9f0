import { describe, expect, it } from "vitest"
import { money } from "#server/kernel/money.ts"
import { blankFields, fieldsFrom, fieldsOf } from "./product-fields.ts"
import { variantKey } from "./variant-matrix.ts"

const variant = {
  id: "var_1",
  sku: "S-1",
  choices: ["S"],
  price: money(1250, "EUR"),
  free: 3,
  onHand: 4,
  reserved: 1,
  promisable: 3,
  isBundle: false,
  stockRevision: 1,
}
const product = {
  ...{ id: "prd_1", slug: "shirt", title: "Shirt", description: "Wide", vendor: "", category: null, categoryId: null },
  ...{ status: "draft" as const, publishedAt: null, pictures: [], revision: 1 },
  options: [{ name: "Size", values: ["S", "M"] }],
  variants: [variant],
}

describe("fieldsOf", () => {
  it("writes prices as people type them, and leaves unticked what is not offered", () => {
    const { variants, options } = fieldsOf(product)
    expect(options).toEqual([{ id: 1, name: "Size", values: ["S", "M"] }])
    expect(variants[variantKey(["S"])]).toEqual({ sku: "S-1", price: "12.50", onHand: "4", isOffered: true })
    expect(variants[variantKey(["M"])]?.isOffered).toBe(false)
  })
})

describe("fieldsFrom", () => {
  it("shows again what was sent, wrong prices too", () => {
    const fields = fieldsFrom({
      title: "Shirt",
      "options[0].name": "Size",
      "options[0].values[]": ["S", "M"],
      "variants[0].choices[]": "S",
      "variants[0].price": "1,2,3",
      "variants[0].onHand": "5",
    })
    expect(fields.title).toBe("Shirt")
    expect(fields.options).toEqual([{ id: 1, name: "Size", values: ["S", "M"] }])
    expect(fields.variants).toEqual({ [variantKey(["S"])]: { sku: "", price: "1,2,3", onHand: "5", isOffered: true } })
  })

  it("starts anew when no variant was sent", () => {
    expect(fieldsFrom({ title: "Shirt" }).variants).toEqual(blankFields.variants)
  })
})
