import { type Profile, turned } from "./lathe.ts"
import { lightness, shade } from "./paint.ts"
import { edgeShadow, groundShadow } from "./shadow.ts"
import { linear, radial, type Sheet } from "./sheet.ts"

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

export function teaTin(sheet: Sheet, colour: string): string {
  const ink = shade(colour, -0.4)
  const label = linear(sheet, [
    [0, "#e2d8c2"],
    [0.3, "#fcf8ee"],
    [0.7, "#f0e8d6"],
    [1, "#cbbfa5"],
  ])
  const leaves = Array.from({ length: 26 }, () => {
    const [x, y] = [sheet.luck.between(676, 830), sheet.luck.between(778, 812)]
    return `<path d="M${x} ${y}q${sheet.luck.between(8, 14)} ${sheet.luck.between(-12, -4)} ${sheet.luck.between(20, 34)} ${sheet.luck.between(-6, 6)}" stroke="${shade("#5d6a3c", sheet.luck.roll() * 0.4 - 0.25)}" stroke-width="7" stroke-linecap="round" fill="none"/>`
  })
  return `${groundShadow(sheet, 150, 480)}
    ${turned(sheet, {
      at: 480,
      colour,
      gloss: 0.5,
      profile: [
        [150, 430, 1],
        [152, 450],
        [152, 770],
        [146, 790],
      ],
    })}
    ${turned(sheet, {
      at: 480,
      colour: shade(colour, -0.08),
      gloss: 0.55,
      profile: [
        [140, 320, 1],
        [155, 332],
        [157, 440],
      ],
      closedTop: true,
    })}
    <path d="M323 440A157 20 0 0 0 637 440" stroke="#1c110a" stroke-width="6" fill="none" opacity="0.3"/>
    <path d="M404 520C450 530 510 530 556 520V730C510 740 450 740 404 730Z" fill="${label}"/><path d="M416 534C456 542 504 542 544 534V718C504 726 456 726 416 718Z" fill="none" stroke="${ink}" stroke-width="2.5" opacity="0.6"/>
    ${branch(480, 596, 0.56, ink)}<rect x="462" y="654" width="36" height="36" rx="4" fill="#b7382b"/><path d="M470 664h20M470 672h20M480 660v24" stroke="#f6e9dc" stroke-width="3"/>${leaves.join("")}`
}

export function teaCake(sheet: Sheet, colour: string): string {
  const paper = linear(
    sheet,
    [
      [0, "#fbf5e6"],
      [0.6, "#eadfc6"],
      [1, "#cdbd9c"],
    ],
    [0.1, 0, 0.9, 1],
  )
  const folds = Array.from({ length: 22 }, (_, i) => {
    const turn = (i / 22) * 6.283
    return `M${500 + Math.cos(turn) * 120} ${500 + Math.sin(turn) * 120}L${(500 + Math.cos(turn + 0.14) * 266).toFixed(0)} ${(500 + Math.sin(turn + 0.14) * 266).toFixed(0)}`
  }).join("")
  const crumbs = Array.from({ length: 160 }, () => {
    const [turn, far] = [sheet.luck.roll() * 6.283, Math.sqrt(sheet.luck.roll()) * 232]
    return `<path d="M${(640 + Math.cos(turn) * far).toFixed(0)} ${(560 + Math.sin(turn) * far).toFixed(0)}q8 -8 20 ${sheet.luck.between(-6, 8)}" stroke="${shade(colour, sheet.luck.roll() * 0.5 - 0.3)}" stroke-width="6" fill="none" stroke-linecap="round"/>`
  })
  const dark = shade(colour, -0.3)
  return `${groundShadow(sheet, 190, 600, 806)}<circle cx="646" cy="566" r="240" fill="${shade(dark, -0.4)}"/><circle cx="640" cy="560" r="240" fill="${linear(
    sheet,
    [
      [0, shade(dark, 0.2)],
      [1, shade(dark, -0.3)],
    ],
    [0, 0, 1, 1],
  )}"/>${crumbs.join("")}
    <g transform="translate(-90 20)">${groundShadow(sheet, 170, 500, 776)}<circle cx="508" cy="508" r="270" fill="#a8956f"/><circle cx="500" cy="500" r="270" fill="${paper}"/><path d="${folds}" stroke="#a8956f" stroke-width="2.5" opacity="0.35"/>
    <circle cx="500" cy="500" r="150" fill="none" stroke="${shade(colour, -0.2)}" stroke-width="6"/><circle cx="500" cy="500" r="138" fill="none" stroke="${shade(colour, -0.2)}" stroke-width="2"/>
    ${branch(496, 490, 0.95, shade(colour, -0.25))}<rect x="478" y="566" width="44" height="44" rx="5" fill="#b7382b"/><path d="M488 578h24M488 590h24M500 572v32" stroke="#f6e9dc" stroke-width="3.5"/></g>`
}

export function teaTray(sheet: Sheet, colour: string): string {
  const slatted = lightness(colour) > 0.5
  const top = linear(
    sheet,
    [
      [0, shade(colour, 0.3)],
      [0.6, colour],
      [1, shade(colour, -0.12)],
    ],
    [0, 0, 1, 1],
  )
  const slats = slatted
    ? Array.from(
        { length: 13 },
        (_, i) =>
          `<path d="M${262 + i * 38} 664L${222 + i * 45} 746" stroke="${shade(colour, -0.55)}" stroke-width="7" opacity="0.7"/>`,
      ).join("")
    : ""
  const cups = slatted
    ? [
        [400, 700],
        [520, 724],
        [640, 698],
      ]
        .map(([at, foot]) =>
          turned(sheet, {
            at: at ?? 0,
            colour: "#eef0ea",
            gloss: 0.6,
            tilt: 0.24,
            inside: "#f6f6f0",
            filled: ["#b87a35", 9],
            profile: cupProfile((foot ?? 0) - 84, 62, foot),
          }),
        )
        .join("")
    : Array.from(
        { length: 7 },
        (_, i) =>
          `<circle cx="${300 + i * 66}" cy="${700 - (i % 2) * 20}" r="31" fill="${radial(
            sheet,
            [
              [0, "#e9c28a"],
              [1, "#b5773c"],
            ],
            [0.35, 0.3, 0.7],
          )}"/>`,
      ).join("")
  const edge = `<path d="M160 752L840 752L836 792Q836 800 820 800H180Q164 800 164 792Z" fill="${linear(
    sheet,
    [
      [0, shade(colour, -0.1)],
      [1, shade(colour, -0.46)],
    ],
    [0, 0, 0, 1],
  )}"/>`
  return `${edgeShadow(sheet, 320, 500, 800)}<path d="M236 646H764L840 756H160Z" fill="${top}"/>${slats}${edge}<path d="M236 646H764L840 756H160Z" fill="none" stroke="${shade(colour, 0.36)}" stroke-width="5" opacity="0.7"/>${cups}`
}
