import { turned } from "./lathe.ts"
import { mix, shade } from "./paint.ts"
import { edgeShadow, groundShadow } from "./shadow.ts"
import { linear, radial, type Sheet } from "./sheet.ts"
import { bar } from "./strokes.ts"

function flame(sheet: Sheet, x: number, y: number, size: number): string {
  const fire = linear(
    sheet,
    [
      [0, "#fff6c8"],
      [0.5, "#ffd469"],
      [1, "#f08a2c"],
    ],
    [0, 0, 0, 1],
  )
  const halo = radial(sheet, [
    [0, "#ffe2a0", 0.75],
    [0.4, "#ffd78a", 0.28],
    [1, "#ffd78a", 0],
  ])
  const s = size
  return `<circle cx="${x}" cy="${y - s}" r="${s * 4.6}" fill="${halo}"/>
    <path d="M${x} ${y - s * 2.2}C${x + s * 0.3} ${y - s * 1.5} ${x + s * 0.62} ${y - s} ${x + s * 0.5} ${y - s * 0.45}C${x + s * 0.36} ${y + s * 0.06} ${x - s * 0.36} ${y + s * 0.06} ${x - s * 0.5} ${y - s * 0.45}C${x - s * 0.6} ${y - s} ${x - s * 0.1} ${y - s * 1.4} ${x} ${y - s * 2.2}Z" fill="${fire}"/>
    <ellipse cx="${x}" cy="${y - s * 0.32}" rx="${s * 0.2}" ry="${s * 0.34}" fill="#fffbe6"/>`
}

const wick = (x: number, y: number) =>
  `<path d="M${x} ${y}C${x - 2} ${y - 12} ${x + 3} ${y - 18} ${x} ${y - 30}" stroke="#3a2a1c" stroke-width="5" fill="none" stroke-linecap="round"/>`

export function candle(sheet: Sheet, colour: string): string {
  const pillar = (at: number, top: number, radius: number, base: number) =>
    `${groundShadow(sheet, radius, at, base)}${turned(sheet, {
      at,
      colour,
      gloss: 0.2,
      tilt: 0.16,
      inside: shade(colour, 0.24),
      filled: [shade(colour, 0.34), 5],
      profile: [
        [radius, top, 1],
        [radius + 2, top + 60],
        [radius + 1, base - 20],
        [radius, base],
      ],
    })}${wick(at, top + 6)}${flame(sheet, at, top - 18, 26)}`
  return pillar(600, 400, 92, 768) + pillar(404, 510, 106, 796)
}

export function candleGlass(sheet: Sheet, colour: string): string {
  const label = linear(sheet, [
    [0, "#e6dcc6"],
    [0.3, "#fbf6ea"],
    [1, "#d9cdb4"],
  ])
  const ink = shade(colour, -0.4)
  return `${groundShadow(sheet, 172)}
    ${turned(sheet, {
      colour: mix(colour, "#f3ead8", 0.12),
      gloss: 0.8,
      tilt: 0.15,
      inside: shade(colour, 0.3),
      filled: [mix(colour, "#fff4dc", 0.7), 26],
      profile: [
        [170, 470, 1],
        [172, 560],
        [172, 740],
        [160, 790],
      ],
    })}
    <path d="M392 590C460 606 540 606 608 590V712C540 728 460 728 392 712Z" fill="${label}"/>
    <path d="M446 640C480 646 520 646 554 640M462 668C488 672 512 672 538 668" stroke="${ink}" stroke-width="6" stroke-linecap="round" fill="none"/>
    ${wick(500, 494)}${flame(sheet, 500, 470, 30)}`
}

export function candlestick(sheet: Sheet, colour: string): string {
  return `${groundShadow(sheet, 128)}
    ${turned(sheet, {
      colour: "#efe6d2",
      gloss: 0.2,
      tilt: 0.2,
      profile: [
        [27, 260, 1],
        [28, 420],
        [29, 500],
      ],
      inside: "#f7efdc",
    })}
    ${turned(sheet, {
      colour,
      gloss: 0.34,
      speckles: [80, shade(colour, -0.5)],
      profile: [
        [48, 492, 1],
        [62, 516],
        [64, 548],
        [40, 574],
        [84, 610],
        [88, 646],
        [52, 678],
        [114, 722],
        [130, 760],
        [124, 790],
      ],
      inside: shade(colour, -0.4),
    })}
    ${wick(500, 264)}${flame(sheet, 500, 240, 24)}`
}

export function lantern(sheet: Sheet, colour: string): string {
  const glass = linear(sheet, [
    [0, "#fff1cf", 0.55],
    [0.25, "#fff9e6", 0.85],
    [0.6, "#ffdf9d", 0.6],
    [1, "#d9b679", 0.6],
  ])
  return `${bar("M352 470C330 170 670 170 648 470", 9, "#8d8a86")}${groundShadow(sheet, 170)}
    ${bar("M366 660V430", 15, colour)}${bar("M634 660V430", 15, colour)}
    <path d="M436 420C392 470 392 590 430 650H570C608 590 608 470 564 420Z" fill="${glass}"/>
    ${flame(sheet, 500, 620, 38)}
    <path d="M424 480C412 530 414 580 430 624" stroke="#fff" stroke-width="10" fill="none" stroke-linecap="round" opacity="0.8"/>
    ${bar("M404 500H596", 5, "#8d8a86")}${bar("M404 570H596", 5, "#8d8a86")}
    ${turned(sheet, {
      colour,
      gloss: 0.6,
      profile: [
        [88, 646, 1],
        [110, 664],
        [166, 690],
        [178, 730],
        [176, 776],
        [168, 790],
      ],
      closedTop: true,
    })}
    ${turned(sheet, {
      colour,
      gloss: 0.6,
      profile: [
        [40, 316, 1],
        [62, 330],
        [66, 370],
        [120, 402],
        [134, 420, 1],
        [120, 432],
      ],
      closedTop: true,
    })}
    ${turned(sheet, {
      colour: shade(colour, -0.1),
      gloss: 0.6,
      profile: [
        [28, 280],
        [36, 292],
        [34, 318],
      ],
      closedTop: true,
    })}
    ${bar("M678 730H716", 12, "#c39b52")}`
}

export function matches(sheet: Sheet, colour: string): string {
  const face = linear(
    sheet,
    [
      [0, shade(colour, 0.14)],
      [1, shade(colour, -0.16)],
    ],
    [0, 0, 1, 1],
  )
  const sticks = Array.from({ length: 9 }, (_, i) => {
    const x = 372 + i * 32
    const y = 300 + sheet.luck.between(-14, 10)
    return `<path d="M${x} ${y}V520" stroke="#dcbf8d" stroke-width="15"/><path d="M${x - 5} ${y}V520" stroke="#f0dcb4" stroke-width="4"/><rect x="${x - 11}" y="${y - 24}" width="22" height="40" rx="11" fill="${colour}"/><ellipse cx="${x - 4}" cy="${y - 12}" rx="3" ry="8" fill="#fff" opacity="0.35"/>`
  })
  return `${edgeShadow(sheet, 190)}<path d="M330 440L670 440L676 520H324Z" fill="#cdb48a"/>${sticks.join("")}
    <rect x="318" y="480" width="364" height="312" rx="6" fill="${face}"/><path d="M682 486L706 470V780L682 790Z" fill="${shade(colour, -0.55)}"/>
    <rect x="344" y="506" width="312" height="260" rx="4" fill="none" stroke="#f4e6c8" stroke-width="5" opacity="0.85"/>
    <path d="M500 548C540 596 550 630 530 664C516 690 484 690 470 664C450 630 478 610 500 548Z" fill="#f4e6c8"/><path d="M430 724H570" stroke="#f4e6c8" stroke-width="8" stroke-linecap="round"/>`
}
