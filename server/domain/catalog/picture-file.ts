/** Name of a picture's file in one of its widths. */
export function pictureFile(key: string, width: number): string {
  return `${key}-${width}.webp`
}
