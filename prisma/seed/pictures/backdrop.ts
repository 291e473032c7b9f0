import { mix, shade } from "./paint.ts"
import { linear, radial, type Sheet } from "./sheet.ts"

interface Studio {
  readonly papers: readonly string[]
  readonly prop: "disc" | "arch" | "moon"
}

const studios: Readonly<Record<string, Studio>> = {
  moss: { papers: ["#e6decb", "#d3d9c8", "#e3d2bd", "#cfd6d3", "#dcd8cd"], prop: "disc" },
  linen: { papers: ["#ece2d4", "#e6d6c6", "#dfd9cc", "#e9dcd3", "#d9d6c9"], prop: "arch" },
  porcelain: { papers: ["#e9edec", "#dfe7e6", "#ebe8e0", "#e0e5ea", "#e8e2db"], prop: "moon" },
}
const plain: Studio = { papers: ["#e8e4dc"], prop: "disc" }

/** Seamless paper in a studio, light from the upper left, and the shape that the shop likes behind its goods. */
export function backdrop(sheet: Sheet, theme: string, flat: boolean, [left, top, width, height]: readonly number[]): string {
  const studio = studios[theme] ?? plain
  const paper = sheet.luck.pick(studio.papers)
  const box = `x="${left}" y="${top}" width="${width}" height="${height}"`
  const wall = flat
    ? linear(
        sheet,
        [
          [0, shade(paper, 0.3)],
          [1, shade(paper, -0.03)],
        ],
        [0, 0, 1, 1],
      )
    : linear(
        sheet,
        [
          [0, shade(paper, -0.03)],
          [0.5, shade(paper, 0.14)],
          [0.66, shade(paper, 0.08)],
          [0.735, shade(paper, 0.34)],
          [1, shade(paper, 0.06)],
        ],
        [0, 0, 0, 1],
      )
  const light = radial(
    sheet,
    [
      [0, "#ffffff", 0.5],
      [0.5, "#ffffff", 0],
      [0.6, "#3a2a1c", 0],
      [1, "#3a2a1c", 0.15],
    ],
    [0.28, 0.24, 0.92],
  )
  return `<rect ${box} fill="${wall}"/>${flat ? "" : prop(sheet, studio.prop, paper)}<rect ${box} fill="${light}"/>`
}

function prop(sheet: Sheet, kind: Studio["prop"], paper: string): string {
  if (sheet.luck.chance(0.3)) return ""
  const tint = shade(mix(paper, sheet.luck.pick(["#b98f6a", "#8d9a84", "#a88f7d", "#8fa3ab"]), 0.3), 0.05)
  const fill = linear(
    sheet,
    [
      [0, shade(tint, 0.26)],
      [1, tint],
    ],
    [0, 0, 0.6, 1],
  )
  if (kind === "moon") return `<circle cx="540" cy="420" r="330" fill="${fill}" opacity="0.75"/>`
  if (kind === "arch") return `<path d="M210 742V400A290 290 0 0 1 790 400V742Z" fill="${fill}" opacity="0.7"/>`
  return `<path d="M130 742A370 370 0 0 1 870 742Z" fill="${fill}" opacity="0.6"/>`
}
