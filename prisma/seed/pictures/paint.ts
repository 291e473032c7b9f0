type Rgb = readonly [number, number, number]

/** Shadows are warm umber and lights are warm white: grey ones would look like plastic. */
const umber = "#241812"
const glow = "#fffaf0"

export function mix(a: string, b: string, share: number): string {
  const [from, to] = [parse(a), parse(b)]
  return hex([0, 1, 2].map((place) => (from[place] ?? 0) + ((to[place] ?? 0) - (from[place] ?? 0)) * share))
}

/** Below zero darker, above lighter; -1 and 1 are the ends. */
export function shade(colour: string, amount: number): string {
  return amount < 0 ? mix(colour, umber, -amount) : mix(colour, glow, amount)
}

/** 0 dark to 1 light, as the eye weighs it. */
export function lightness(colour: string): number {
  const [red, green, blue] = parse(colour)
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255
}

function parse(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

function hex(parts: readonly number[]): string {
  return `#${parts.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`
}
