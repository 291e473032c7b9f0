import { turned } from "./lathe.ts"
import { lightness, mix, shade } from "./paint.ts"
import { groundShadow } from "./shadow.ts"
import { linear, type Sheet } from "./sheet.ts"
import { bar } from "./strokes.ts"

const dark = (colour: string) => (lightness(colour) < 0.25 ? "#5c5a58" : "#2f2c2a")
const enamelSpeckle = (colour: string): readonly [number, string] => [90, lightness(colour) > 0.6 ? "#6b5d50" : "#ffffff"]

export function kettle(sheet: Sheet, colour: string): string {
  const spout = linear(
    sheet,
    [
      [0, shade(colour, 0.3)],
      [0.45, colour],
      [1, shade(colour, -0.42)],
    ],
    [0.2, 0, 0.7, 1],
  )
  return `${groundShadow(sheet, 262)}
    <path d="M262 560C214 520 196 452 150 424L112 440C148 500 150 640 270 690Z" fill="${spout}"/>
    <ellipse cx="131" cy="431" rx="23" ry="11" transform="rotate(-24 131 431)" fill="${shade(colour, -0.6)}"/>
    ${turned(sheet, {
      profile: [
        [176, 424, 1],
        [236, 470],
        [272, 560],
        [284, 660],
        [270, 748],
        [250, 790],
      ],
      colour,
      gloss: 0.6,
      tilt: 0.11,
      speckles: enamelSpeckle(colour),
    })}
    ${turned(sheet, {
      profile: [
        [34, 356],
        [110, 374],
        [168, 402],
        [184, 424, 1],
        [184, 434],
      ],
      colour: shade(colour, 0.04),
      gloss: 0.6,
      tilt: 0.11,
    })}
    ${turned(sheet, {
      profile: [
        [17, 308],
        [30, 320],
        [28, 342],
        [13, 356],
        [18, 362],
      ],
      colour: dark(colour),
      gloss: 0.7,
    })}
    ${bar("M296 470C270 300 350 176 500 172C650 176 730 300 704 470", 15, "#8d8a86")}
    ${bar("M392 200C430 178 470 170 500 170C530 170 570 178 608 200", 36, mix("#8a5a38", colour, 0.08))}
    <circle cx="297" cy="474" r="13" fill="#5d5a57"/><circle cx="703" cy="474" r="13" fill="#5d5a57"/>`
}

export function gooseneck(sheet: Sheet, colour: string): string {
  return `${groundShadow(sheet, 190, 520)}
    ${bar("M352 690C250 690 250 560 232 470C222 420 200 392 160 392", 30, colour)}
    ${bar("M690 440C800 430 812 520 790 610C776 664 736 690 706 692", 30, "#6d4a32")}
    ${turned(sheet, {
      profile: [
        [132, 412, 1],
        [150, 470],
        [178, 620],
        [196, 740],
        [190, 790],
      ],
      colour,
      gloss: 0.75,
      tilt: 0.11,
      at: 520,
    })}
    ${turned(sheet, {
      profile: [
        [60, 378],
        [118, 388],
        [138, 412, 1],
        [138, 420],
      ],
      colour,
      gloss: 0.75,
      tilt: 0.12,
      at: 520,
      closedTop: true,
    })}
    ${turned(sheet, {
      profile: [
        [18, 330],
        [30, 338],
        [28, 356],
        [16, 372],
        [20, 378],
      ],
      colour: "#6d4a32",
      at: 520,
      closedTop: true,
    })}`
}

export function moka(sheet: Sheet, colour: string): string {
  return `${groundShadow(sheet, 170)}
    ${bar("M628 400C740 392 768 430 758 520L744 640", 34, "#2c2a29")}
    ${turned(sheet, {
      profile: [
        [122, 590, 1],
        [150, 640],
        [172, 770, 1],
        [166, 790],
      ],
      colour: shade(colour, -0.05),
      gloss: 0.9,
      tilt: 0.1,
    })}
    ${turned(sheet, {
      profile: [
        [126, 566, 1],
        [134, 576],
        [126, 596],
      ],
      colour: shade(colour, -0.3),
      gloss: 0.7,
      tilt: 0.1,
    })}
    <path d="M366 392L318 372L340 430Z" fill="${shade(colour, -0.1)}"/>
    ${turned(sheet, {
      profile: [
        [162, 388, 1],
        [146, 450],
        [120, 566],
      ],
      colour,
      gloss: 0.9,
      tilt: 0.1,
    })}
    ${turned(sheet, {
      profile: [
        [30, 346],
        [100, 358],
        [168, 384, 1],
        [166, 394],
      ],
      colour,
      gloss: 0.9,
      tilt: 0.1,
    })}
    ${turned(sheet, {
      profile: [
        [14, 306],
        [24, 316],
        [20, 338],
        [12, 350],
      ],
      colour: "#2c2a29",
      closedTop: true,
    })}`
}
