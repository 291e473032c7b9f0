import { mkdir } from "node:fs/promises"
import { dirname, join } from "node:path"
import sharp from "sharp"
import { filePath } from "#server/kernel/tenant-keys.ts"
import type { PlannedShop } from "#prisma/seed/catalog/plan.ts"
import { canvas } from "./canvas.ts"
import { illustrate, type Scene } from "./illustrate.ts"

/** As server/ports/picture-maker.ts has them. */
const widths = [1280, 640, 320] as const

interface Order {
  readonly scene: Scene
  readonly pathOf: (width: number) => string
}

/** Draws every picture of the shops into `folder`. Answers how many. A few at a time: the work is the processor's. */
export async function paintPictures(shops: readonly PlannedShop[], folder: string): Promise<number> {
  const orders = shops.flatMap((shop) => ordersOf(shop, folder))
  for (const shop of shops) await mkdir(dirname(join(folder, filePath(shop.tenantId, "any"))), { recursive: true })
  sharp.concurrency(1)
  const waiting = orders.values()
  const painter = async () => {
    for (const order of waiting) await paint(order)
  }
  await Promise.all([painter(), painter(), painter()])
  return orders.length
}

function ordersOf(shop: PlannedShop, folder: string): Order[] {
  const { theme } = shop.source
  return shop.products.flatMap((product) =>
    product.pictures.map(({ id, tone, view, variation }) => ({
      scene: { kind: product.source.kind, tone, view, variation, theme, ...canvas(theme) },
      pathOf: (width: number) => join(folder, filePath(shop.tenantId, `${id}-${width}.webp`)),
    })),
  )
}

/** Drawn once, a little smaller than the widest file: nothing in it is finer than that, and drawing costs by the pixel. */
const drawnWidth = 880

async function paint({ scene, pathOf }: Order): Promise<void> {
  const svg = illustrate({ ...scene, width: drawnWidth, height: Math.round((scene.height * drawnWidth) / scene.width) })
  const { data, info } = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const raw = { width: info.width, height: info.height, channels: info.channels }
  for (const width of widths)
    await sharp(data, { raw }).resize({ width, kernel: "cubic" }).webp({ quality: 82, effort: 0 }).toFile(pathOf(width))
}
