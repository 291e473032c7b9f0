import { turned } from "./lathe.ts"
import { lightness, mix, shade } from "./paint.ts"
import { edgeShadow, flatShadow, groundShadow } from "./shadow.ts"
import { linear, radial, type Sheet } from "./sheet.ts"
import { bar } from "./strokes.ts"

const lying = (turn: number, shape: string, inside: string, reach = 1) =>
  `<g transform="rotate(${turn} 500 510)">${flatShadow(`<path d="${shape}"`, reach)}${inside}</g>`

export function paper(sheet: Sheet, colour: string): string {
  const page = "M250 230H750V800H250Z"
  const under = [
    [9, -0.12],
    [5, -0.06],
    [-3, -0.02],
  ].map(([turn, tint]) => lying(turn ?? 0, page, `<path d="${page}" fill="${shade(colour, tint ?? 0)}"/>`, 0.5))
  const ink = "#2b2826"
  const fibres = Array.from(
    { length: 60 },
    () =>
      `M${sheet.luck.between(260, 720)} ${sheet.luck.between(240, 780)}q${sheet.luck.between(6, 20)} ${sheet.luck.between(-9, 9)} ${sheet.luck.between(14, 30)} 0`,
  ).join("")
  const stem = `<path d="M560 760C552 640 566 560 548 430C544 390 552 360 548 320" stroke="${ink}" stroke-width="11" fill="none" opacity="0.8"/>${[
    [552, 430, 150],
    [560, 560, 20],
    [548, 350, 35],
    [556, 500, 200],
    [549, 330, 165],
  ]
    .map(
      ([x, y, turn]) =>
        `<path d="M0 0C30 -20 90 -20 130 4C86 18 30 18 0 0Z" transform="translate(${x} ${y}) rotate(${turn})" fill="${ink}" opacity="0.7"/>`,
    )
    .join("")}`
  return `${under.join("")}${lying(
    -7,
    page,
    `<path d="${page}" fill="${linear(
      sheet,
      [
        [0, shade(colour, 0.5)],
        [1, shade(colour, 0.1)],
      ],
      [0, 0, 1, 1],
    )}"/><path d="${fibres}" stroke="#b7a98a" stroke-width="1.5" fill="none" opacity="0.4"/>${stem}<rect x="300" y="720" width="40" height="40" rx="4" fill="#b7382b"/><path d="M309 731h22M309 742h22M320 726v28" stroke="#f6e9dc" stroke-width="3"/>`,
    0.5,
  )}`
}

export function scroll(sheet: Sheet, colour: string): string {
  const roll = (y: number, tone: string, shift: number) =>
    `<g transform="translate(${shift} 0)">${bar(`M210 ${y}H790`, 96, tone, "butt")}<path d="M450 ${y - 47}V${y + 47}M476 ${y - 47}V${y + 47}" stroke="#a5342a" stroke-width="13"/><ellipse cx="790" cy="${y}" rx="17" ry="47" fill="${shade(tone, -0.2)}"/><ellipse cx="790" cy="${y}" rx="11" ry="31" fill="${shade(tone, 0.1)}"/><ellipse cx="790" cy="${y}" rx="6" ry="16" fill="${shade(tone, -0.4)}"/></g>`
  const tone = lightness(colour) > 0.6 ? colour : mix(colour, "#f2ead8", 0.25)
  return `${edgeShadow(sheet, 300, 500, 790)}${roll(742, tone, 0)}${roll(650, shade(tone, 0.1), -28)}${roll(558, shade(tone, -0.05), 20)}`
}

export function notebook(sheet: Sheet, colour: string): string {
  const shape = "M300 190H684Q710 190 710 216V800Q710 826 684 826H300Z"
  const cloth = linear(sheet, [
    [0, shade(colour, -0.3)],
    [0.06, shade(colour, 0.1)],
    [0.1, shade(colour, -0.1)],
    [0.3, shade(colour, 0.14)],
    [1, shade(colour, -0.16)],
  ])
  const trim = lightness(colour) > 0.6 ? "#6d4a32" : "#ead9b6"
  const threads = Array.from({ length: 62 }, (_, i) => `M300 ${194 + i * 10.2}H708`).join("")
  return lying(
    -11,
    shape,
    `<path d="M312 204H700Q724 204 724 226V820Q724 842 700 842H312Z" fill="#efe5d0"/><path d="M716 226V834M720 228V832" stroke="#b9a988" stroke-width="2"/><path d="M310 834H704" stroke="#b9a988" stroke-width="3"/>
    <path d="M560 820V892L572 876L584 892V820Z" fill="#a5342a"/><path d="${shape}" fill="${cloth}"/><path d="${threads}" stroke="${shade(colour, -0.4)}" stroke-width="1.3" opacity="0.28"/>
    <path d="M338 192V824" stroke="${shade(colour, -0.5)}" stroke-width="4" opacity="0.5"/><rect x="430" y="300" width="190" height="120" rx="4" fill="#f6efdf"/><path d="M458 340H592M476 372H574" stroke="${shade(colour, -0.4)}" stroke-width="6" stroke-linecap="round"/>
    <path d="M660 190V826" stroke="${trim}" stroke-width="15"/><path d="M656 190V826" stroke="#fff" stroke-width="3" opacity="0.3"/>`,
  )
}

export function envelope(sheet: Sheet, colour: string): string {
  const card = "M280 180H640V660H280Z"
  const cover = "M250 460H760V800H250Z"
  const flap = linear(
    sheet,
    [
      [0, shade(colour, 0.3)],
      [1, shade(colour, -0.1)],
    ],
    [0, 0, 0, 1],
  )
  const lines = [300, 344, 388, 432]
    .map((y) => `<path d="M320 ${y}H600" stroke="${shade(colour, -0.3)}" stroke-width="2.5" opacity="0.5"/>`)
    .join("")
  const sprig = `<path d="M590 640C560 560 600 520 570 440" stroke="${shade(colour, -0.45)}" stroke-width="6" fill="none"/>${[
    [578, 540, 200],
    [584, 500, -30],
    [572, 460, 210],
    [574, 440, -60],
  ]
    .map(
      ([x, y, turn]) =>
        `<ellipse cx="26" cy="0" rx="26" ry="10" transform="translate(${x} ${y}) rotate(${turn})" fill="${shade(colour, -0.2)}"/>`,
    )
    .join("")}`
  return `${lying(
    -9,
    card,
    `<path d="${card}" fill="${linear(
      sheet,
      [
        [0, "#fffdf6"],
        [1, "#f1e9d8"],
      ],
      [0, 0, 1, 1],
    )}"/>${lines}${sprig}`,
    0.6,
  )}
    ${lying(
      6,
      cover,
      `<path d="${cover}" fill="${linear(
        sheet,
        [
          [0, shade(colour, 0.24)],
          [1, shade(colour, -0.08)],
        ],
        [0, 0, 1, 1],
      )}"/><path d="M250 800L470 620M760 800L540 620" stroke="${shade(colour, -0.3)}" stroke-width="3" opacity="0.5"/><path d="M250 460H760L530 656Q505 676 480 656Z" fill="${flap}" stroke="${shade(colour, -0.24)}" stroke-width="3"/><circle cx="505" cy="650" r="37" fill="${radial(
        sheet,
        [
          [0, "#d65a48"],
          [1, "#8f2a20"],
        ],
        [0.35, 0.3, 0.8],
      )}"/><path d="M490 650q15 -22 30 0q-15 22 -30 0" stroke="#f3c9be" stroke-width="4" fill="none"/>`,
      0.6,
    )}`
}

export function tape(sheet: Sheet, colour: string): string {
  const roll = (at: number, top: number, tone: string, high: number) => {
    const base = top + high
    return `${groundShadow(sheet, 150, at, base)}${turned(sheet, {
      at,
      colour: tone,
      gloss: 0.25,
      tilt: 0.34,
      inside: "#d8c4a0",
      profile: [
        [164, top, 1],
        [164, base],
      ],
    })}
      <ellipse cx="${at}" cy="${top}" rx="164" ry="56" fill="${shade(tone, 0.22)}"/><ellipse cx="${at}" cy="${top}" rx="146" ry="50" fill="none" stroke="${shade(tone, -0.1)}" stroke-width="2.5"/><ellipse cx="${at}" cy="${top}" rx="128" ry="44" fill="#e9dcc2"/><ellipse cx="${at}" cy="${top + 3}" rx="118" ry="39" fill="#8b7753"/><path d="M${at - 116} ${top + 4}A118 39 0 0 0 ${at + 116} ${top + 4}A118 30 0 0 1 ${at - 116} ${top + 4}Z" fill="#cbb48a"/>
      <path d="M${at - 150} ${base - 8}q34 -${high * 0.6} 62 -12q30 -${high * 0.8} 70 4q40 -${high * 0.7} 80 -2q30 -${high * 0.4} 66 -14" stroke="${shade(tone, -0.4)}" stroke-width="5" fill="none" opacity="0.6" transform="translate(0 30)"/>`
  }
  return roll(620, 560, mix(colour, "#cdb48a", 0.5), 84) + roll(390, 680, colour, 84)
}

export function seal(sheet: Sheet, colour: string): string {
  const stone = "#d9b48a"
  const side = linear(sheet, [
    [0, shade(stone, 0.34)],
    [0.4, stone],
    [0.72, shade(stone, -0.16)],
    [1, shade(stone, -0.42)],
  ])
  return `${groundShadow(sheet, 110, 430)}${groundShadow(sheet, 120, 690, 800)}
    <path d="M340 420C340 380 370 372 380 340C390 300 470 300 482 340C492 372 520 380 520 420V780Q520 790 510 790H350Q340 790 340 780Z" fill="${side}"/>
    <path d="M340 430H520M340 446H520" stroke="${shade(stone, -0.4)}" stroke-width="3" opacity="0.5"/><path d="M390 460C380 560 400 640 386 740M450 480C470 560 440 620 460 720" stroke="${shade(stone, -0.3)}" stroke-width="12" fill="none" opacity="0.16"/><path d="M360 440V770" stroke="#fff" stroke-width="12" opacity="0.35" stroke-linecap="round"/>
    <path d="M340 748H520V780Q520 790 510 790H350Q340 790 340 780Z" fill="${colour}"/>
    ${turned(sheet, {
      at: 690,
      colour: "#eef0ea",
      gloss: 0.7,
      tilt: 0.3,
      inside: "#f6f4ee",
      filled: [colour, 10],
      profile: [
        [128, 712, 1],
        [126, 740],
        [116, 790],
        [104, 800],
      ],
    })}
    <path d="M600 740q40 18 90 18M720 772q40 -4 70 -22" stroke="#2c4f8f" stroke-width="6" fill="none" opacity="0.6"/>`
}
