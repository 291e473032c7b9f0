import { expect, it } from "vitest"
import * as maker from "#server/ports/picture-maker.ts"
import { pictureSource, pictureWidths, sourceSet } from "./picture-source.ts"

it("asks only for widths that the picture maker keeps", () => {
  expect(pictureWidths).toEqual(maker.pictureWidths)
})

it("builds the address of each width", () => {
  expect(sourceSet(pictureSource({ tenantId: "ten_1", key: "prd/a" }))).toBe(
    "/files/ten_1/prd/a-320.webp 320w, /files/ten_1/prd/a-640.webp 640w, /files/ten_1/prd/a-1280.webp 1280w",
  )
})
