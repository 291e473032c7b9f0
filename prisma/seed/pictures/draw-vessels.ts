import { turned, type Profile } from "./lathe.ts"
import { lightness, shade } from "./paint.ts"
import { groundShadow } from "./shadow.ts"
import { linear, type Sheet } from "./sheet.ts"
import { bar } from "./strokes.ts"

const clay = "#b58a66"
const iron = (colour: string) => (lightness(colour) > 0.45 ? shade(colour, -0.6) : shade(colour, 0.4))

function pot(sheet: Sheet, colour: string, profile: Profile, foot: number, glazeTo = 745): string {
  return `${groundShadow(sheet, foot)}${turned(sheet, {
    colour,
    profile,
    gloss: 0.34,
    inside: shade(colour, -0.25),
    speckles: [130, iron(colour)],
    bands: [[glazeTo, 840, clay]],
  })}`
}

/** A few dry stems: they show what a vase is for and how tall it is. */
function stems(sheet: Sheet, x: number, y: number, count: number, tone: string): string {
  return Array.from({ length: count }, (_, place) => {
    const lean = (place - (count - 1) / 2) * 62 + sheet.luck.between(-18, 18)
    const height = sheet.luck.between(190, 250)
    const [tipX, tipY] = [x + lean, y - height]
    const stem = `<path d="M${x + lean * 0.08} ${y + 6}C${x + lean * 0.2} ${y - height * 0.4} ${tipX - lean * 0.3} ${y - height * 0.7} ${tipX} ${tipY}" stroke="#8a7a55" stroke-width="4.5" fill="none"/>`
    const buds = Array.from({ length: 9 }, (_, bud) => {
      const along = 1 - bud * 0.045
      const side = bud % 2 === 0 ? 1 : -1
      const [bx, by] = [x + lean * (0.12 + 0.88 * along ** 1.6), y - height * along]
      return `<ellipse cx="${(bx + side * 9).toFixed(1)}" cy="${by.toFixed(1)}" rx="6.5" ry="13" transform="rotate(${side * 28 + lean * 0.3} ${bx.toFixed(1)} ${by.toFixed(1)})" fill="${shade(tone, sheet.luck.roll() * 0.3 - 0.1)}"/>`
    })
    return stem + buds.join("")
  }).join("")
}

const flower = (sheet: Sheet) => sheet.luck.pick(["#c9a45c", "#b9694a", "#a9a27b", "#cdb9a0"])

export const vase = (sheet: Sheet, colour: string) =>
  stems(sheet, 500, 356, 5, flower(sheet)) +
  pot(
    sheet,
    colour,
    [
      [104, 352, 1],
      [88, 376],
      [96, 440],
      [158, 540],
      [182, 640],
      [158, 740],
      [118, 790],
    ],
    130,
  )

export const bottleVase = (sheet: Sheet, colour: string) =>
  stems(sheet, 500, 372, 1, flower(sheet)) +
  pot(
    sheet,
    colour,
    [
      [40, 366, 1],
      [32, 384],
      [36, 480],
      [60, 552],
      [122, 630],
      [134, 706],
      [118, 764],
      [104, 790],
    ],
    112,
  )

export const roundVase = (sheet: Sheet, colour: string) =>
  stems(sheet, 500, 462, 3, flower(sheet)) +
  pot(
    sheet,
    colour,
    [
      [52, 456, 1],
      [44, 470],
      [58, 492],
      [150, 530],
      [218, 620],
      [206, 714],
      [140, 776],
      [120, 790],
    ],
    150,
    752,
  )

export function pitcher(sheet: Sheet, colour: string): string {
  const lip = linear(sheet, [
    [0, shade(colour, 0.3)],
    [1, shade(colour, -0.2)],
  ])
  return `${groundShadow(sheet, 140)}
    ${bar("M606 404C742 392 756 620 634 660", 34, colour)}
    <path d="M398 372C360 360 336 366 312 350C330 404 362 430 402 446Z" fill="${lip}"/>
    ${turned(sheet, {
      colour,
      gloss: 0.36,
      inside: shade(colour, -0.12),
      speckles: [120, iron(colour)],
      bands: [[746, 840, clay]],
      profile: [
        [112, 366, 1],
        [102, 400],
        [100, 450],
        [136, 560],
        [154, 660],
        [140, 748],
        [118, 790],
      ],
    })}`
}

export function jar(sheet: Sheet, colour: string): string {
  const lid = lightness(colour) > 0.75 || lightness(colour) < 0.35 ? "#b98d5b" : "#a87a4d"
  return `${groundShadow(sheet, 172)}
    ${turned(sheet, {
      colour,
      gloss: 0.36,
      speckles: [140, iron(colour)],
      bands: [[744, 840, clay]],
      profile: [
        [150, 440, 1],
        [160, 462],
        [178, 560],
        [180, 680],
        [168, 760],
        [156, 790],
      ],
    })}
    ${turned(sheet, {
      colour: lid,
      gloss: 0.2,
      profile: [
        [154, 398, 1],
        [158, 408],
        [156, 442],
      ],
      closedTop: true,
    })}
    ${turned(sheet, {
      colour: shade(lid, -0.08),
      gloss: 0.3,
      profile: [
        [26, 338],
        [36, 350],
        [32, 376],
        [20, 396],
      ],
      closedTop: true,
    })}`
}

export function planter(sheet: Sheet, colour: string): string {
  const leaf = (turn: number, size: number, tint: number) => {
    const green = shade("#6f8b5a", tint)
    return `<g transform="rotate(${turn} 500 480)"><path d="M500 486C${500 - size * 0.3} ${480 - size * 0.5} ${500 - size * 0.16} ${480 - size * 0.9} 500 ${480 - size}C${500 + size * 0.2} ${480 - size * 0.85} ${500 + size * 0.26} ${480 - size * 0.4} 500 486Z" fill="${green}"/><path d="M500 484V${480 - size * 0.9}" stroke="${shade(green, 0.35)}" stroke-width="3" opacity="0.6"/></g>`
  }
  const leaves = [
    [-62, 210, -0.2],
    [58, 220, -0.26],
    [-34, 260, -0.04],
    [36, 250, -0.1],
    [-10, 290, 0.08],
    [14, 240, 0.2],
    [-48, 160, 0.22],
    [46, 150, 0.14],
  ]
  return `${groundShadow(sheet, 180)}
    ${turned(sheet, {
      colour: shade(colour, -0.06),
      profile: [
        [196, 752, 1],
        [192, 776],
        [180, 796],
      ],
      closedTop: true,
      tilt: 0.12,
    })}
    ${turned(sheet, {
      colour,
      gloss: 0.2,
      inside: "#4a3626",
      speckles: [110, iron(colour)],
      profile: [
        [190, 484, 1],
        [186, 520],
        [170, 640],
        [148, 762],
      ],
    })}
    ${leaves.map(([turn, size, tint]) => leaf(turn ?? 0, size ?? 0, tint ?? 0)).join("")}`
}

export function lamp(sheet: Sheet, colour: string): string {
  const shadeCloth = linear(sheet, [
    [0, "#d8c39c"],
    [0.28, "#fdf1d4"],
    [0.5, "#fff4d6"],
    [0.8, "#e5cfa4"],
    [1, "#cdb68c"],
  ])
  const threads = Array.from({ length: 24 }, (_, i) => `M${330 + i * 14.6} 210L${258 + i * 21} 462`).join("")
  return `<ellipse cx="500" cy="380" rx="430" ry="330" fill="url(#lampglow)"/>
    ${groundShadow(sheet, 130)}
    ${turned(sheet, {
      colour: "#c39b52",
      gloss: 0.9,
      profile: [
        [16, 440],
        [16, 530],
      ],
    })}
    ${turned(sheet, {
      colour,
      gloss: 0.34,
      speckles: [130, iron(colour)],
      bands: [[756, 840, clay]],
      profile: [
        [34, 520, 1],
        [46, 536],
        [120, 590],
        [150, 670],
        [128, 756],
        [112, 790],
      ],
    })}
    <path d="M330 208C440 190 560 190 670 208L746 462C600 490 400 490 254 462Z" fill="${shadeCloth}"/>
    <path d="${threads}" stroke="#b49a6c" stroke-width="1.6" opacity="0.28"/>
    <path d="M330 208C440 226 560 226 670 208C560 190 440 190 330 208Z" fill="#f6e3b8"/>
    <path d="M254 462C400 490 600 490 746 462L748 470C600 500 400 500 252 470Z" fill="#b99d6d" opacity="0.7"/>`
}
