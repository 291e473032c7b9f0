import { access, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import sharp from "sharp"
import { expect, it } from "vitest"
import { planShop } from "#prisma/seed/catalog/plan-shop.ts"
import { shops } from "#prisma/seed/shops/shops.ts"
import { drawings } from "./draw.ts"
import { illustrate } from "./illustrate.ts"
import { kinds } from "./kinds.ts"
import { paintPictures } from "./paint-pictures.ts"

const scene = { tone: "sage", view: "whole", theme: "linen", width: 64, height: 80 } as const

it.each(kinds)("draws a %s, the same each time, that differs from its background", async (kind) => {
  const svg = illustrate({ ...scene, kind, variation: "a" })
  expect(svg).toBe(illustrate({ ...scene, kind, variation: "a" }))
  expect(svg).not.toMatch(/NaN|undefined/)
  const { channels } = await sharp(Buffer.from(svg)).stats()
  expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(4)
  expect(Object.keys(drawings)).toContain(kind)
})

it("leaves a file in every width for every picture of every product", async () => {
  const folder = await mkdtemp(join(tmpdir(), "pictures-"))
  try {
    const [alder] = shops
    const planned = planShop(alder, 1, Date.UTC(2026, 2, 14), "localhost")
    const some = { ...planned, products: planned.products.slice(0, 3) }
    const painted = await paintPictures([some], folder)
    const pictures = some.products.flatMap((product) => product.pictures)
    expect(painted).toBe(pictures.length)
    for (const { id } of pictures) {
      for (const width of [320, 640, 1280]) await access(join(folder, planned.tenantId, `${id}-${width}.webp`))
    }
    const { width, height, format } = await sharp(join(folder, planned.tenantId, `${pictures[0]?.id}-1280.webp`)).metadata()
    expect({ width, height, format }).toEqual({ width: 1280, height: 1280, format: "webp" })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}, 60_000)
