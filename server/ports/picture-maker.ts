/** Widths in which every picture is kept, as WebP: `<key>-<width>.webp`. */
export const pictureWidths = [320, 640, 1280] as const

export interface MadePicture {
  readonly width: number
  readonly height: number
  readonly files: readonly { readonly width: number; readonly bytes: Uint8Array }[]
}

export interface PictureMaker {
  /** Answers undefined when the bytes are no picture, or one of more than 40 megapixels. Strips metadata. */
  make(bytes: Uint8Array): Promise<MadePicture | undefined>
}
