import { type PictureMaker, pictureWidths } from "#server/ports/picture-maker.ts"

/** Takes anything that is not empty for a picture of 1280 × 960, and keeps it as it is in each width. */
export const wholePictures: PictureMaker = {
  async make(bytes) {
    if (bytes.length === 0) return undefined
    return { width: 1280, height: 960, files: pictureWidths.map((width) => ({ width, bytes })) }
  },
}
