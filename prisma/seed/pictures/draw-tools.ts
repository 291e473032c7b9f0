import { turned } from "./lathe.ts"
import { mix, shade } from "./paint.ts"
import { flatShadow, groundShadow } from "./shadow.ts"
import { clip, linear, type Sheet } from "./sheet.ts"
import { bar } from "./strokes.ts"

/** Wood shows its grain along `angle`. */
function grain(sheet: Sheet, inShape: string, [x, y, width, height]: readonly number[], colour: string): string {
  const [left, top, w, h] = [x ?? 0, y ?? 0, width ?? 0, height ?? 0]
  const lines = Array.from({ length: 16 }, (_, i) => {
    const at = left + (w * (i + sheet.luck.roll() * 0.8)) / 16
    return `<path d="M${at.toFixed(0)} ${top}C${(at + sheet.luck.between(-14, 14)).toFixed(0)} ${top + h * 0.3} ${(at + sheet.luck.between(-14, 14)).toFixed(0)} ${top + h * 0.7} ${at.toFixed(0)} ${top + h}" stroke="${shade(colour, -0.5)}" stroke-width="${sheet.luck.between(1, 3)}" fill="none" opacity="0.2"/>`
  })
  return `<g clip-path="${inShape}">${lines.join("")}</g>`
}

const across = (sheet: Sheet, colour: string, shine = 0.2) =>
  linear(sheet, [
    [0, shade(colour, 0.1 + shine)],
    [0.5, colour],
    [1, shade(colour, -0.34)],
  ])

function lying(turn: number, shape: string, inside: string): string {
  return `<g transform="rotate(${turn} 500 520)">${flatShadow(`<path d="${shape}"`)}${inside}</g>`
}

export function knife(sheet: Sheet, colour: string): string {
  const blade = "M472 512C470 400 474 280 500 168C540 240 548 400 540 512Z"
  const handle = "M462 520H546C552 590 560 680 556 780C550 836 464 836 458 780C454 680 456 590 462 520Z"
  const steel = linear(sheet, [
    [0, "#8e9699"],
    [0.42, "#dfe4e5"],
    [0.48, "#ffffff"],
    [0.52, "#a9b1b4"],
    [1, "#c9cfd1"],
  ])
  const inHandle = clip(sheet, `<path d="${handle}"/>`)
  return lying(
    38,
    `${blade}${handle}`,
    `<path d="${blade}" fill="${steel}"/><path d="M474 500C474 400 478 300 498 200" stroke="#7b8386" stroke-width="3" fill="none" opacity="0.6"/>
    <path d="${handle}" fill="${across(sheet, colour)}"/>${grain(sheet, inHandle, [450, 516, 120, 320], colour)}
    <rect x="454" y="502" width="98" height="26" rx="6" fill="${linear(sheet, [
      [0, "#e6cf94"],
      [0.5, "#b58f4c"],
      [1, "#7e6130"],
    ])}"/>
    ${[590, 680, 770].map((y) => `<circle cx="506" cy="${y}" r="10" fill="#b58f4c"/><circle cx="503" cy="${y - 3}" r="4" fill="#f4e3b6"/>`).join("")}`,
  )
}

export function axe(sheet: Sheet, colour: string): string {
  const handle = "M486 300C480 480 492 640 470 800C468 842 528 846 530 804C524 640 520 480 524 300Z"
  const head =
    "M446 236C490 226 540 226 566 236L566 330C520 336 480 336 452 330C400 344 360 380 330 400C300 330 300 240 330 176C362 200 400 226 446 236Z"
  const steel = linear(sheet, [
    [0, "#eef1f1"],
    [0.16, "#c4cacc"],
    [0.3, "#6d7375"],
    [1, "#4a4e50"],
  ])
  return lying(
    32,
    `${handle}${head}`,
    `<path d="${handle}" fill="${across(sheet, colour)}"/>${grain(sheet, clip(sheet, `<path d="${handle}"/>`), [466, 300, 70, 540], colour)}
    <path d="${head}" fill="${steel}"/><path d="M330 176C300 240 300 330 330 400" stroke="#fff" stroke-width="6" fill="none" opacity="0.7"/><path d="M450 244C490 236 530 236 560 242" stroke="#aab0b2" stroke-width="5" fill="none"/>
    <path d="M484 700C500 706 516 706 526 700M482 730C500 736 516 736 526 730" stroke="#7c3f2b" stroke-width="14"/>`,
  )
}

export function spoon(sheet: Sheet, colour: string): string {
  const one = (turn: number, tone: string) => {
    const shape =
      "M500 160C562 160 590 230 584 300C580 352 548 380 524 398L528 800C528 836 472 836 472 800L476 398C452 380 420 352 416 300C410 230 438 160 500 160Z"
    return lying(
      turn,
      shape,
      `<path d="${shape}" fill="${across(sheet, tone)}"/>${grain(sheet, clip(sheet, `<path d="${shape}"/>`), [416, 160, 170, 680], tone)}
      <ellipse cx="500" cy="272" rx="60" ry="88" fill="${linear(
        sheet,
        [
          [0, shade(tone, -0.45)],
          [0.6, shade(tone, -0.1)],
          [1, shade(tone, 0.24)],
        ],
        [0.1, 0, 0.9, 1],
      )}"/><circle cx="500" cy="796" r="10" fill="${shade(tone, -0.6)}"/>`,
    )
  }
  return one(40, shade(colour, -0.06)) + one(12, colour)
}

export function board(sheet: Sheet, colour: string): string {
  const shape =
    "M330 250H430C450 250 456 230 458 200C462 150 538 150 542 200C544 230 550 250 570 250H670C700 250 714 266 714 296V800C714 830 700 846 670 846H330C300 846 286 830 286 800V296C286 266 300 250 330 250Z"
  const fill = linear(
    sheet,
    [
      [0, shade(colour, 0.26)],
      [0.5, colour],
      [1, shade(colour, -0.2)],
    ],
    [0, 0, 1, 1],
  )
  return lying(
    14,
    shape,
    `<path d="${shape}" fill="${shade(colour, -0.45)}" transform="translate(7 9)"/><path d="${shape}" fill="${fill}"/>${grain(sheet, clip(sheet, `<path d="${shape}"/>`), [286, 160, 430, 690], colour)}
    <circle cx="500" cy="208" r="22" fill="${shade(colour, -0.6)}"/><path d="M482 204C488 190 512 190 518 204" stroke="${shade(colour, 0.3)}" stroke-width="4" fill="none"/>
    <path d="M500 186C470 130 530 110 506 60" stroke="#8b5a37" stroke-width="12" fill="none" stroke-linecap="round"/>`,
  )
}

export function stool(sheet: Sheet, colour: string): string {
  const wood = "#c19a66"
  const seat = linear(
    sheet,
    [
      [0, shade(colour, 0.34)],
      [0.5, colour],
      [1, shade(colour, -0.36)],
    ],
    [0.1, 0, 0.6, 1],
  )
  return `${groundShadow(sheet, 200, 500, 800)}
    ${bar("M612 420L372 800", 30, shade(wood, -0.2))}${bar("M500 430L520 776", 30, shade(wood, -0.32))}${bar("M388 420L640 800", 30, wood)}
    <circle cx="503" cy="604" r="24" fill="#b58f4c"/><circle cx="498" cy="599" r="10" fill="#f2dfae"/>
    <path d="M306 410C360 350 640 350 694 410C706 436 690 452 660 448C560 476 440 476 340 448C310 452 294 436 306 410Z" fill="${seat}"/>
    <path d="M330 416C400 446 600 446 670 416" stroke="${shade(colour, -0.5)}" stroke-width="12" fill="none" opacity="0.3"/><path d="M322 408C400 436 600 436 678 408" stroke="${shade(colour, 0.5)}" stroke-width="3" stroke-dasharray="10 7" fill="none"/>`
}

/** A bar of soap, or a butter dish: a soft block on a plate. */
export function soap(sheet: Sheet, colour: string): string {
  const block = (
    x: number,
    y: number,
    tone: string,
  ) => `<path d="M${x} ${y}C${x + 60} ${y - 20} ${x + 260} ${y - 20} ${x + 320} ${y}L${x + 330} ${y + 30}C${x + 334} ${y + 90} ${x + 330} ${y + 110} ${x + 310} ${y + 120}C${x + 220} ${y + 136} ${x + 100} ${y + 136} ${x + 10} ${y + 120}C${x - 10} ${y + 110} ${x - 14} ${y + 90} ${x - 10} ${y + 30}Z" fill="${linear(
    sheet,
    [
      [0, shade(tone, -0.12)],
      [0.3, shade(tone, 0.14)],
      [0.65, tone],
      [1, shade(tone, -0.34)],
    ],
  )}"/>
    <path d="M${x} ${y}C${x + 60} ${y - 20} ${x + 260} ${y - 20} ${x + 320} ${y}L${x + 330} ${y + 30}C${x + 250} ${y + 50} ${x + 70} ${y + 50} ${x - 10} ${y + 30}Z" fill="${linear(
      sheet,
      [
        [0, shade(tone, 0.46)],
        [1, shade(tone, 0.14)],
      ],
    )}"/>`
  const leaf = shade(colour, -0.4)
  return `${groundShadow(sheet, 250)}
    ${turned(sheet, {
      colour: mix("#e9e0d0", colour, 0.08),
      profile: [
        [280, 730, 1],
        [262, 752],
        [190, 786],
        [180, 792],
      ],
      tilt: 0.17,
      inside: "#efe7d8",
      filled: ["#f2ebdd", 4],
    })}
    ${block(340, 610, colour)}${block(352, 500, shade(colour, 0.12))}
    <path d="M492 596C500 570 520 562 546 566C540 590 522 604 492 596ZM488 598C470 580 450 580 434 590C446 606 466 612 488 598Z" fill="${leaf}" opacity="0.6"/>
    <path d="M516 484C512 530 514 580 518 632" stroke="#b08a56" stroke-width="8" fill="none"/><path d="M516 486C480 452 470 480 514 492C560 480 552 450 516 486Z" stroke="#c09c6b" stroke-width="7" fill="none"/>`
}
