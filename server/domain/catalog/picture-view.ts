/** A picture as pages show it: its file in each width is `<key>-<width>.webp`. */
export interface PictureView {
  readonly key: string
  readonly alt: string
  /** Of the widest file, in pixels: for the place that it takes before it is there. */
  readonly width: number
  readonly height: number
}
