import sharp, { type Sharp } from "sharp"
import { type MadePicture, type PictureMaker, pictureWidths } from "#server/ports/picture-maker.ts"

const mostPixels = 40_000_000
const formats: ReadonlySet<string> = new Set(["jpeg", "png", "webp", "avif", "heif", "gif", "tiff"])

/** One picture at a time, on one thread beside the event loop: shoppers come before uploads. */
export function createPictureMaker(): PictureMaker {
  sharp.concurrency(1)
  sharp.cache({ memory: 16, files: 0, items: 16 })
  let last: Promise<unknown> = Promise.resolve()
  return {
    make(bytes) {
      const made = last.then(() => make(bytes))
      last = made.catch(() => undefined)
      return made
    },
  }
}

async function make(bytes: Uint8Array): Promise<MadePicture | undefined> {
  const upright = await opened(bytes)
  if (!upright) return undefined
  try {
    const widest = Math.max(...pictureWidths)
    const { data, info } = await upright
      .resize({ width: widest, withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .raw()
      .toBuffer({ resolveWithObject: true })
    const raw = { width: info.width, height: info.height, channels: info.channels }
    const files = await Promise.all(
      pictureWidths.map(async (width) => ({
        width,
        bytes: await sharp(data, { raw }).resize({ width, withoutEnlargement: true }).webp({ quality: 80 }).toBuffer(),
      })),
    )
    return { width: info.width, height: info.height, files }
  } catch {
    // Cut off or damaged behind a sound header: no picture either.
    return undefined
  }
}

/** The picture as a camera meant it, in plain colours; metadata goes, since nothing asks sharp to keep it. */
async function opened(bytes: Uint8Array): Promise<Sharp | undefined> {
  try {
    const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: "error", autoOrient: true })
    const { format, width, height } = await picture.metadata()
    return formats.has(format) && width > 0 && height > 0 ? picture.toColourspace("srgb") : undefined
  } catch {
    return undefined
  }
}
