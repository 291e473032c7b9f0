import { describe, expect, it } from "vitest"
import { bundleForm } from "./bundle-fields.ts"

describe("a bundle's form", () => {
  it("leaves out empty lines and keeps the places of the others", () => {
    const sent = { variantId: "var_1", parts: [undefined, { sku: " CUP-1 ", quantity: "2" }, { quantity: "1" }, { sku: "POT" }] }
    expect(bundleForm.parse(sent).parts).toEqual([
      { at: 1, sku: "CUP-1", quantity: 2 },
      { at: 3, sku: "POT", quantity: 1 },
    ])
    expect(bundleForm.parse({ variantId: "var_1" }).parts).toEqual([])
  })

  it("says at its line what is named twice, and what is no quantity", () => {
    const paths = (parts: unknown) =>
      bundleForm.safeParse({ variantId: "var_1", parts }).error?.issues.map(({ path }) => path.join("."))
    expect(paths([{ sku: "CUP" }, undefined, { sku: "CUP" }])).toEqual(["parts.2.sku"])
    expect(paths([{ sku: "CUP", quantity: "0" }])).toEqual(["parts.0.quantity"])
    expect(paths([{ sku: "CUP", quantity: "1.5" }])).toEqual(["parts.0.quantity"])
  })
})
