import { floor, middle, radial, type Sheet } from "./sheet.ts"

/** A soft shadow on the floor and a dark line where the thing touches it. `half` is half the width of its foot. */
export function groundShadow(sheet: Sheet, half: number, at = middle, y = floor): string {
  const soft = radial(sheet, [
    [0, "#2a1a10", 0.34],
    [0.45, "#2a1a10", 0.17],
    [1, "#2a1a10", 0],
  ])
  const touch = radial(sheet, [
    [0, "#1c110a", 0.62],
    [0.7, "#1c110a", 0.36],
    [1, "#1c110a", 0],
  ])
  return `<ellipse cx="${at + half * 0.42}" cy="${y + 12}" rx="${half * 1.85}" ry="${half * 0.36 + 16}" fill="${soft}"/>
    <ellipse cx="${at + half * 0.05}" cy="${y + 3}" rx="${half * 1.1}" ry="${half * 0.17 + 8}" fill="${touch}"/>`
}

/** The same for a thing whose foot is straight: its shadow begins at that line. */
export function edgeShadow(sheet: Sheet, half: number, at = middle, y = floor): string {
  const soft = radial(sheet, [
    [0, "#2a1a10", 0.36],
    [0.5, "#2a1a10", 0.16],
    [1, "#2a1a10", 0],
  ])
  const touch = radial(sheet, [
    [0, "#1c110a", 0.66],
    [0.8, "#1c110a", 0.4],
    [1, "#1c110a", 0],
  ])
  return `<ellipse cx="${at + half * 0.3}" cy="${y + 2}" rx="${half * 1.6}" ry="${half * 0.16 + 14}" fill="${soft}"/>
    <ellipse cx="${at + half * 0.02}" cy="${y}" rx="${half * 1.06}" ry="17" fill="${touch}"/>`
}

/** The shadow of something that lies flat: its own outline, ever wider and fainter. `shape` is an element without its end. */
export function flatShadow(shape: string, reach = 1): string {
  const rings = [46, 34, 24, 15, 8, 3].map(
    (width) =>
      `<g transform="translate(${14 * reach} ${20 * reach})">${shape} fill="#2a1a10" stroke="#2a1a10" stroke-linejoin="round" stroke-width="${width * reach}" opacity="0.055"/></g>`,
  )
  return `${rings.join("")}<g transform="translate(4 6)">${shape} fill="#20130b" opacity="0.22"/></g>`
}
