import sharp from "sharp"
import { expect, test } from "vitest"
import { createPictureMaker } from "./picture-maker.ts"

const pictures = createPictureMaker()
const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: "#c63" } })

test("a photograph comes out upright, in three widths, without what the camera wrote", async () => {
  const photograph = await plain(2000, 1000)
    .withExif({ IFD0: { Copyright: "someone" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const made = await pictures.make(photograph)
  expect(made).toMatchObject({ width: 1000, height: 2000 })
  const files = await Promise.all((made?.files ?? []).map(({ bytes }) => sharp(bytes).metadata()))
  expect(files.map(({ format, width, height }) => [format, width, height])).toEqual([
    ["webp", 320, 640],
    ["webp", 640, 1280],
    ["webp", 1000, 2000],
  ])
  for (const { exif, orientation } of files) expect({ exif, orientation }).toEqual({ exif: undefined, orientation: undefined })
})

test("what is no picture, damaged, or too large is answered by nothing", async () => {
  const png = await plain(400, 300).png().toBuffer()
  expect(
    await pictures.make(new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>")),
  ).toBeUndefined()
  expect(await pictures.make(new Uint8Array())).toBeUndefined()
  expect(await pictures.make(png.subarray(0, png.length - 200))).toBeUndefined()
  expect(await pictures.make(await plain(8000, 6000).png().toBuffer())).toBeUndefined()
  expect(await pictures.make(png)).toMatchObject({ width: 400, height: 300 })
})
