import { type Profile, turned } from "./lathe.ts"
import { lightness, shade } from "./paint.ts"
import { groundShadow } from "./shadow.ts"
import { linear, type Sheet } from "./sheet.ts"
import { bar } from "./strokes.ts"

/** A branch with leaves in one brush's colour, as painters put it on porcelain. */
function branch(x: number, y: number, size: number, colour: string): string {
  const leaf = (dx: number, dy: number, turn: number) =>
    `<path d="M0 0C10 -14 34 -14 46 0C34 10 10 10 0 0Z" transform="translate(${x + dx * size} ${y + dy * size}) rotate(${turn}) scale(${size})" fill="${colour}"/>`
  const flower = (dx: number, dy: number) =>
    Array.from(
      { length: 5 },
      (_, i) =>
        `<circle cx="${x + (dx + Math.cos(i * 1.257) * 11) * size}" cy="${y + (dy + Math.sin(i * 1.257) * 11) * size}" r="${9 * size}" fill="${colour}" opacity="0.7"/>`,
    ).join("")
  return `<g opacity="0.85"><path d="M${x - 90 * size} ${y + 50 * size}C${x - 40 * size} ${y + 10 * size} ${x + 20 * size} ${y + 30 * size} ${x + 90 * size} ${y - 40 * size}" stroke="${colour}" stroke-width="${5 * size}" fill="none" stroke-linecap="round"/>${leaf(-60, 24, -60)}${leaf(-20, 16, 40)}${leaf(16, 12, -50)}${leaf(50, -10, 30)}${leaf(84, -40, -50)}${flower(-8, -14)}${flower(60, -50)}</g>`
}

const cupProfile = (y: number, r: number, foot = 790): Profile => [
  [r, y, 1],
  [r * 0.98, y + 14],
  [r * 0.84, y + (foot - y) * 0.55],
  [r * 0.52, foot - 14],
  [r * 0.46, foot - 8, 1],
  [r * 0.46, foot],
]

export function cup(sheet: Sheet, colour: string): string {
  return `${groundShadow(sheet, 120)}${turned(sheet, {
    colour,
    gloss: 0.5,
    tilt: 0.2,
    inside: shade(colour, 0.2),
    filled: ["#a8682c", 18],
    speckles: [60, shade(colour, -0.5)],
    profile: [
      [190, 520, 1],
      [188, 540],
      [176, 640],
      [140, 740],
      [96, 772],
      [92, 780, 1],
      [92, 790],
    ],
  })}`
}

export function teaCups(sheet: Sheet, colour: string): string {
  const one = (at: number, foot: number, tone: string) =>
    `${groundShadow(sheet, 84, at, foot)}${turned(sheet, { at, colour: tone, gloss: 0.5, tilt: 0.22, inside: shade(tone, 0.2), filled: ["#a8682c", 16], speckles: [40, shade(tone, -0.5)], profile: cupProfile(foot - 215, 158, foot) })}`
  return one(640, 736, shade(colour, -0.08)) + one(380, 806, colour)
}

export function gaiwan(sheet: Sheet, colour: string): string {
  const paintedOn = lightness(colour) < 0.5 ? "#f6f5f1" : colour
  const brush = lightness(colour) < 0.5 ? colour : shade(colour, -0.32)
  const bowl = turned(sheet, {
    colour: paintedOn,
    gloss: 0.7,
    tilt: 0.15,
    inside: "#f3f1ea",
    profile: [
      [196, 500, 1],
      [186, 516],
      [166, 600],
      [120, 690],
      [84, 728],
      [78, 742],
    ],
  })
  const lid = turned(sheet, {
    colour: paintedOn,
    gloss: 0.7,
    tilt: 0.14,
    profile: [
      [46, 390],
      [110, 418],
      [160, 462],
      [174, 496, 1],
      [172, 502],
    ],
  })
  const rim = `<path d="M326 497A174 24 0 0 0 674 497" stroke="${brush}" stroke-width="6" fill="none" opacity="0.85"/>`
  return `${groundShadow(sheet, 170, 500, 800)}
    ${turned(sheet, {
      colour: paintedOn,
      gloss: 0.7,
      tilt: 0.2,
      inside: shade(paintedOn, 0.1),
      profile: [
        [256, 742, 1],
        [240, 760],
        [150, 794],
        [130, 802],
      ],
      filled: [shade(paintedOn, 0.16), 6],
    })}
    <ellipse cx="500" cy="742" rx="250" ry="49" fill="none" stroke="${brush}" stroke-width="6" opacity="0.8"/>
    ${bowl}${branch(496, 608, 1.05, brush)}${lid}${rim}<g transform="translate(430 436) scale(.55)">${branch(0, 0, 1, brush)}</g>
    ${turned(sheet, {
      colour: paintedOn,
      gloss: 0.7,
      tilt: 0.2,
      inside: shade(paintedOn, -0.1),
      profile: [
        [50, 360, 1],
        [40, 376],
        [34, 392],
      ],
    })}
    <ellipse cx="500" cy="360" rx="49" ry="10" fill="none" stroke="${brush}" stroke-width="5"/>`
}

export function teapot(sheet: Sheet, colour: string): string {
  const spout = linear(
    sheet,
    [
      [0, shade(colour, 0.3)],
      [0.4, colour],
      [1, shade(colour, -0.4)],
    ],
    [0.2, 0, 0.6, 1],
  )
  const gloss = lightness(colour) > 0.6 ? 0.45 : 0.2
  return `${groundShadow(sheet, 190)}
    ${bar("M690 520C836 470 842 716 678 706", 38, colour)}
    <path d="M330 690C250 690 226 590 176 506L212 486C262 540 280 556 340 574Z" fill="${spout}"/><ellipse cx="194" cy="496" rx="23" ry="10" transform="rotate(-28 194 496)" fill="${shade(colour, -0.6)}"/>
    ${turned(sheet, {
      colour,
      gloss,
      tilt: 0.12,
      profile: [
        [116, 466, 1],
        [170, 494],
        [224, 570],
        [232, 660],
        [196, 750],
        [150, 790],
      ],
      ...(gloss > 0.3 ? { speckles: [130, shade(colour, -0.5)] as const } : {}),
    })}
    ${turned(sheet, {
      colour: shade(colour, 0.05),
      gloss,
      tilt: 0.12,
      profile: [
        [30, 412],
        [84, 430],
        [118, 460, 1],
        [120, 472],
      ],
    })}
    ${turned(sheet, {
      colour,
      gloss,
      profile: [
        [18, 362],
        [32, 374],
        [32, 394],
        [16, 412],
        [22, 420],
      ],
      closedTop: true,
    })}`
}
