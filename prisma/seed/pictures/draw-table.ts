import { turned } from "./lathe.ts"
import { lightness, mix, shade } from "./paint.ts"
import { groundShadow } from "./shadow.ts"
import { linear, radial, type Sheet } from "./sheet.ts"
import { bar } from "./strokes.ts"

/** Bare clay, as the foot of a glazed pot shows it. */
const clay = "#b58a66"
const iron = (colour: string) => (lightness(colour) > 0.45 ? shade(colour, -0.6) : shade(colour, 0.4))

export function mug(sheet: Sheet, colour: string): string {
  const wide = sheet.luck.between(172, 188)
  return `${groundShadow(sheet, 180, 480)}
    ${bar(`M${480 + wide - 8} 500C760 470 772 676 ${480 + wide - 16} 672`, 36, colour)}
    ${turned(sheet, {
      at: 480,
      colour,
      gloss: 0.32,
      inside: mix(colour, "#f4ead8", 0.4),
      filled: ["#5a3822", 16],
      speckles: [120, iron(colour)],
      bands: [[724, 820, clay]],
      profile: [
        [wide - 6, 418, 1],
        [wide - 2, 470],
        [wide + 4, 600],
        [wide - 2, 730],
        [wide - 22, 790],
      ],
    })}`
}

export function enamelMug(sheet: Sheet, colour: string): string {
  const rim = lightness(colour) > 0.6 ? "#2d3b52" : "#eee6d6"
  return `${groundShadow(sheet, 180, 480)}
    ${bar("M640 500C752 486 760 672 646 676", 27, colour)}
    ${turned(sheet, {
      at: 480,
      colour,
      gloss: 0.75,
      inside: "#f1ece0",
      speckles: [110, lightness(colour) > 0.6 ? "#6b5d50" : "#ffffff"],
      profile: [
        [184, 430, 1],
        [180, 444],
        [178, 600],
        [174, 760],
        [166, 790],
      ],
    })}
    <ellipse cx="480" cy="430" rx="184" ry="24" fill="none" stroke="${rim}" stroke-width="9"/>
    <path d="M300 420A184 24 0 0 1 420 408" stroke="#ffffff" stroke-width="4" fill="none" opacity="0.7"/>`
}

export function bowlLike(from: number, high: number, wide: number, foot: number): (sheet: Sheet, colour: string) => string {
  return (sheet, colour) => `${groundShadow(sheet, foot * 1.35)}
    ${turned(sheet, {
      colour,
      gloss: 0.35,
      tilt: 0.2,
      inside: shade(colour, 0.14),
      speckles: [130, iron(colour)],
      bands: [[778, 830, clay]],
      profile: [
        [wide, from, 1],
        [wide - 6, from + 16],
        [wide * 0.88, from + high * 0.42],
        [wide * 0.62, from + high * 0.78],
        [foot + 14, 762],
        [foot, 774, 1],
        [foot - 2, 790],
      ],
    })}`
}

export function enamelBowl(sheet: Sheet, colour: string): string {
  const rim = lightness(colour) > 0.6 ? "#2d3b52" : "#eee6d6"
  return `${groundShadow(sheet, 190)}
    ${turned(sheet, {
      colour,
      gloss: 0.75,
      tilt: 0.2,
      inside: "#f1ece0",
      speckles: [120, lightness(colour) > 0.6 ? "#6b5d50" : "#fff"],
      profile: [
        [286, 540, 1],
        [280, 556],
        [250, 660],
        [190, 760],
        [160, 790],
      ],
    })}
    <ellipse cx="500" cy="540" rx="286" ry="57" fill="none" stroke="${rim}" stroke-width="10"/>`
}

/** A plate leans so that one sees it: rings on a slanted disc, before a second one. */
export function plate(sheet: Sheet, colour: string): string {
  const disc = (x: number, y: number, r: number, tone: string) => {
    const outer = linear(
      sheet,
      [
        [0, shade(tone, 0.36)],
        [0.5, tone],
        [1, shade(tone, -0.34)],
      ],
      [0.1, 0, 0.9, 1],
    )
    const well = linear(
      sheet,
      [
        [0, shade(tone, -0.16)],
        [0.5, shade(tone, 0.08)],
        [1, shade(tone, 0.28)],
      ],
      [0.1, 0, 0.9, 1],
    )
    const gloss = radial(
      sheet,
      [
        [0, "#fff", 0.6],
        [1, "#fff", 0],
      ],
      [0.32, 0.3, 0.5],
    )
    const speckle = Array.from({ length: 70 }, () => {
      const [turn, far] = [sheet.luck.roll() * 6.283, Math.sqrt(sheet.luck.roll()) * r * 0.95]
      return `<circle cx="${(x + Math.cos(turn) * far).toFixed(1)}" cy="${(y + Math.sin(turn) * far).toFixed(1)}" r="${(0.8 + sheet.luck.roll() * 2.2).toFixed(1)}" fill="${iron(tone)}" opacity="0.4"/>`
    })
    return `<circle cx="${x + 7}" cy="${y + 6}" r="${r}" fill="${shade(tone, -0.5)}"/><circle cx="${x}" cy="${y}" r="${r}" fill="${outer}"/>
      <circle cx="${x}" cy="${y}" r="${r - 5}" fill="none" stroke="${mix(iron(tone), tone, 0.4)}" stroke-width="6" opacity="0.55"/>
      <circle cx="${x}" cy="${y}" r="${r * 0.71}" fill="${well}"/><circle cx="${x}" cy="${y}" r="${r * 0.69}" fill="${linear(
        sheet,
        [
          [0, tone],
          [1, shade(tone, 0.14)],
        ],
        [0, 0, 1, 1],
      )}"/>
      ${speckle.join("")}<circle cx="${x}" cy="${y}" r="${r}" fill="${gloss}"/>`
  }
  return `${groundShadow(sheet, 170, 560, 800)}${disc(590, 512, 272, shade(colour, -0.14))}${groundShadow(sheet, 150, 450, 806)}${disc(450, 530, 272, colour)}`
}

/** A pan from above one side: rim, depth, handle. */
export function pan(sheet: Sheet, colour: string): string {
  const hole = lightness(colour) < 0.3 ? "#1c1b1a" : shade(colour, -0.6)
  return `${groundShadow(sheet, 250, 430)}
    ${bar("M650 640C740 610 800 570 884 530", 46, shade(colour, -0.04))}
    <ellipse cx="866" cy="539" rx="15" ry="8" transform="rotate(-26 866 539)" fill="${hole}"/>
    ${turned(sheet, {
      at: 420,
      colour,
      gloss: 0.5,
      tilt: 0.34,
      inside: shade(colour, 0.06),
      profile: [
        [300, 640, 1],
        [292, 656],
        [262, 730],
        [250, 752],
      ],
    })}
    <ellipse cx="420" cy="668" rx="238" ry="70" fill="${linear(sheet, [
      [0, shade(colour, -0.2)],
      [0.6, shade(colour, 0.1)],
      [1, shade(colour, 0.26)],
    ])}"/>
    <path d="M240 650C290 612 370 606 430 612" stroke="#fff" stroke-width="10" stroke-linecap="round" fill="none" opacity="0.22"/>`
}

export function bottle(sheet: Sheet, colour: string): string {
  return `${groundShadow(sheet, 150)}
    ${turned(sheet, {
      colour,
      gloss: 0.3,
      profile: [
        [92, 330],
        [140, 378],
        [158, 450],
        [158, 600],
        [158, 760],
        [148, 790],
      ],
    })}
    <rect x="342" y="722" width="316" height="3" fill="${shade(colour, -0.4)}" opacity="0.4"/>
    ${turned(sheet, {
      colour: "#b4babd",
      gloss: 0.9,
      profile: [
        [78, 306, 1],
        [84, 320],
        [92, 336],
      ],
    })}
    ${turned(sheet, {
      colour: "#2f2f30",
      gloss: 0.5,
      profile: [
        [80, 236, 1],
        [86, 250],
        [86, 308],
      ],
      closedTop: true,
    })}
    ${bar("M420 250C420 168 580 168 580 250", 20, "#2f2f30")}
    <path d="M470 590L500 540L530 590M486 590L512 560L540 590" stroke="${shade(colour, 0.6)}" stroke-width="6" fill="none" stroke-linejoin="round" opacity="0.8"/>`
}

export function thermos(sheet: Sheet, colour: string): string {
  return `${groundShadow(sheet, 112)}
    ${turned(sheet, {
      colour,
      gloss: 0.32,
      profile: [
        [104, 400, 1],
        [112, 424],
        [114, 600],
        [114, 776],
        [108, 790],
      ],
    })}
    ${turned(sheet, {
      colour: "#b4babd",
      gloss: 0.95,
      profile: [
        [96, 376, 1],
        [102, 388],
        [104, 404],
      ],
    })}
    ${turned(sheet, {
      colour: shade(colour, -0.12),
      gloss: 0.4,
      profile: [
        [84, 244, 1],
        [94, 258],
        [98, 378],
      ],
      closedTop: true,
    })}
    <rect x="404" y="352" width="192" height="4" fill="#1c120b" opacity="0.25"/>
    ${bar("M606 460C690 470 690 640 610 650", 18, shade(colour, -0.2))}`
}
