/** The widths, in pixels, in which the picture maker keeps every picture (`server/ports/picture-maker.ts`). */
export const pictureWidths = [320, 640, 1280] as const

/** A picture as a page receives it. */
export interface PictureView {
  tenantId: string
  /** The stored file's key, without width and ending. */
  key: string
  alt: string
  /** `#rrggbb`, the picture's dominant colour, seen until it has loaded. */
  tint?: string | undefined
}

/** The address of each kept width. */
export function pictureSource({ tenantId, key }: Pick<PictureView, "tenantId" | "key">): (width: number) => string {
  return (width) => `/files/${tenantId}/${key}-${width}.webp`
}

export function sourceSet(src: (width: number) => string): string {
  return pictureWidths.map((width) => `${src(width)} ${width}w`).join(", ")
}

/** A shop's picture, as the interface shows it. */
export function pictureOf(tenantId: string, picture: Pick<PictureView, "key" | "alt"> | null | undefined): PictureView | null {
  return picture ? { tenantId, key: picture.key, alt: picture.alt } : null
}
