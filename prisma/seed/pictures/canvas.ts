/** Pixels of the widest file. Tall where the theme shows tall pictures; the drawing keeps to the square in the middle. */
export function canvas(theme: string): { readonly width: number; readonly height: number } {
  return theme === "moss" ? { width: 1280, height: 1280 } : { width: 1280, height: 1600 }
}
