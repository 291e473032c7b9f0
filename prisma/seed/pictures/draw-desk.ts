import { turned } from "./lathe.ts"
import { lightness, mix, shade } from "./paint.ts"
import { flatShadow, groundShadow } from "./shadow.ts"
import { clip, linear, type Sheet } from "./sheet.ts"

const lying = (turn: number, shape: string, inside: string, reach = 1) =>
  `<g transform="rotate(${turn} 500 510)">${flatShadow(`<path d="${shape}"`, reach)}${inside}</g>`
const pole = (sheet: Sheet, colour: string) =>
  linear(sheet, [
    [0, shade(colour, -0.1)],
    [0.3, shade(colour, 0.4)],
    [0.6, colour],
    [1, shade(colour, -0.45)],
  ])

function oneBrush(sheet: Sheet, turn: number, shift: number, colour: string, hair: string): string {
  const handle = "M486 180C488 168 512 168 514 180L518 640H482Z"
  const tip = "M470 664H530C548 720 536 800 500 872C464 800 452 720 470 664Z"
  const ink = linear(
    sheet,
    [
      [0, hair],
      [0.55, mix(hair, "#2a2420", 0.35)],
      [1, "#1d1917"],
    ],
    [0, 0, 0, 1],
  )
  return `<g transform="translate(${shift} 0)">${lying(
    turn,
    `${handle}${tip}`,
    `<path d="M500 176C476 130 524 112 500 80" stroke="#a5342a" stroke-width="7" fill="none"/>
    <path d="${handle}" fill="${pole(sheet, colour)}"/>${[290, 420, 540].map((y) => `<path d="M484 ${y}q16 7 32 0" stroke="${shade(colour, -0.5)}" stroke-width="4" fill="none" opacity="0.6"/>`).join("")}
    <path d="${tip}" fill="${ink}"/><path d="M486 672C476 740 482 800 498 856M512 672C524 740 516 790 504 840" stroke="#fff" stroke-width="3" fill="none" opacity="0.18"/>
    <path d="M478 630H522L530 668H470Z" fill="${linear(sheet, [
      [0, "#6b5a40"],
      [0.35, "#e9dcc0"],
      [1, "#8b7753"],
    ])}"/>`,
  )}</g>`
}

export function brush(sheet: Sheet, colour: string): string {
  const reed = lightness(colour) > 0.85 ? "#b9975c" : colour
  return oneBrush(sheet, 36, 70, shade(reed, -0.2), "#e8dcc2") + oneBrush(sheet, 24, -70, reed, "#c79a5f")
}

export function brushPot(sheet: Sheet, colour: string): string {
  const sticks = [
    [430, 200, -7, "#b9975c"],
    [500, 160, 1, "#7b4d33"],
    [566, 216, 8, "#8a3b2c"],
  ] as const
  const brushes = sticks.map(
    ([x, y, lean, tone]) =>
      `<g transform="rotate(${lean} ${x} 520)"><path d="M${x - 12} ${y + 120}H${x + 12}V560H${x - 12}Z" fill="${pole(sheet, tone)}"/><path d="M${x - 17} ${y + 124}C${x - 26} ${y + 60} ${x - 10} ${y + 20} ${x} ${y - 30}C${x + 10} ${y + 20} ${x + 26} ${y + 60} ${x + 17} ${y + 124}Z" fill="${linear(
        sheet,
        [
          [0, "#3a2f28"],
          [0.5, "#cdb48a"],
          [1, "#e8dcc2"],
        ],
        [0, 0, 0, 1],
      )}"/><rect x="${x - 18}" y="${y + 110}" width="36" height="26" rx="4" fill="#d9ccb0"/></g>`,
  )
  return `${groundShadow(sheet, 140)}<ellipse cx="500" cy="510" rx="142" ry="18" fill="${shade(colour, -0.7)}"/>${brushes.join("")}
    ${turned(sheet, {
      colour,
      gloss: 0.3,
      profile: [
        [142, 510, 1],
        [140, 560],
        [136, 700],
        [142, 790],
      ],
      bands: [
        [596, 606, shade(colour, -0.4)],
        [724, 732, shade(colour, -0.4)],
      ],
    })}
    <path d="M358 510A142 18 0 0 0 642 510" stroke="${shade(colour, 0.4)}" stroke-width="6" fill="none"/>`
}

export function pen(sheet: Sheet, colour: string): string {
  const barrel = "M470 430H530L526 700C522 740 478 740 474 700Z"
  const cap = "M464 130C466 108 534 108 536 130L540 424H460Z"
  const metal = linear(sheet, [
    [0, shade(colour, -0.35)],
    [0.25, shade(colour, 0.1)],
    [0.36, shade(colour, 0.7)],
    [0.46, shade(colour, 0.1)],
    [1, shade(colour, -0.5)],
  ])
  const nib = "M480 742H520L512 820L500 876L488 820Z"
  return lying(
    40,
    `${cap}${barrel}${nib}`,
    `<path d="${nib}" fill="${linear(sheet, [
      [0, "#f3e2b0"],
      [0.5, "#c9a75c"],
      [1, "#8a6c33"],
    ])}"/><path d="M500 780V872" stroke="#5d4722" stroke-width="3"/><circle cx="500" cy="776" r="5" fill="#5d4722"/>
    <path d="M478 700H522L520 746H480Z" fill="#2c2a29"/><path d="${barrel}" fill="${metal}"/><path d="${cap}" fill="${metal}"/><rect x="458" y="404" width="84" height="22" rx="4" fill="${linear(
      sheet,
      [
        [0, "#8a6c33"],
        [0.4, "#f6e8bd"],
        [1, "#8a6c33"],
      ],
    )}"/>
    <path d="M528 150C548 150 548 170 546 200L538 340C536 356 524 356 524 340Z" fill="${linear(sheet, [
      [0, "#f3e2b0"],
      [1, "#9a7a3d"],
    ])}"/>`,
  )
}

export function inkBottle(sheet: Sheet, colour: string): string {
  const glass =
    "M330 520C330 486 350 470 390 466H610C650 470 670 486 670 520L680 740C680 780 660 792 620 792H380C340 792 320 780 320 740Z"
  const inside = clip(sheet, `<path d="${glass}"/>`)
  const liquid = linear(sheet, [
    [0, shade(colour, -0.5)],
    [0.25, shade(colour, 0.14)],
    [0.6, shade(colour, -0.15)],
    [1, shade(colour, -0.55)],
  ])
  return `${groundShadow(sheet, 180)}<path d="${glass}" fill="#e3ebea"/><g clip-path="${inside}"><rect x="340" y="548" width="320" height="222" rx="18" fill="${liquid}"/><ellipse cx="500" cy="550" rx="160" ry="15" fill="${shade(colour, 0.22)}"/></g>
    <path d="${glass}" fill="${linear(sheet, [
      [0, "#ffffff", 0.55],
      [0.14, "#ffffff", 0.08],
      [0.8, "#ffffff", 0],
      [1, "#7a8a8a", 0.4],
    ])}"/>
    <path d="M352 520C352 600 344 680 346 744" stroke="#fff" stroke-width="15" stroke-linecap="round" opacity="0.8" fill="none"/>
    <rect x="404" y="610" width="192" height="112" rx="6" fill="#f8f3e6"/><path d="M436 644H564M456 668H544" stroke="${shade(colour, -0.3)}" stroke-width="6" stroke-linecap="round"/><circle cx="500" cy="696" r="10" fill="${colour}"/>
    ${turned(sheet, {
      colour: "#dfe6e5",
      gloss: 0.6,
      profile: [
        [92, 440, 1],
        [94, 450],
        [100, 472],
      ],
    })}
    ${turned(sheet, {
      colour: "#2b2a29",
      gloss: 0.7,
      profile: [
        [94, 360, 1],
        [104, 372],
        [104, 446],
      ],
      closedTop: true,
    })}`
}

export function inkStick(sheet: Sheet, colour: string): string {
  const black = mix("#2b2826", colour, 0.15)
  const stick = (turn: number, shift: number) => {
    const shape = "M440 190Q440 176 454 176H546Q560 176 560 190V810Q560 824 546 824H454Q440 824 440 810Z"
    const gold = "#c9a75c"
    return `<g transform="translate(${shift} 0)">${lying(
      turn,
      shape,
      `<path d="${shape}" fill="${shade(black, -0.5)}" transform="translate(9 9)"/><path d="${shape}" fill="${linear(sheet, [
        [0, shade(black, 0.3)],
        [0.4, shade(black, 0.06)],
        [1, shade(black, -0.3)],
      ])}"/>
      <rect x="456" y="196" width="88" height="610" rx="6" fill="none" stroke="${gold}" stroke-width="3" opacity="0.8"/>
      <path d="M476 300C500 260 530 300 520 330C500 360 480 340 476 380M470 420C510 400 540 440 500 470M478 240h44" stroke="${gold}" stroke-width="6" fill="none" stroke-linecap="round"/><circle cx="500" cy="540" r="26" fill="none" stroke="${gold}" stroke-width="5"/><path d="M484 640h32M500 620v60M482 700h36M486 730h28" stroke="${gold}" stroke-width="6" stroke-linecap="round"/>`,
    )}</g>`
  }
  return stick(30, 90) + stick(20, -80)
}

export function inkstone(sheet: Sheet, colour: string): string {
  const shape =
    "M330 200C420 176 600 180 676 210C720 240 716 420 712 560C716 700 716 800 670 834C560 858 420 850 336 830C290 800 296 660 300 520C296 380 284 230 330 200Z"
  const stone = linear(
    sheet,
    [
      [0, shade(colour, 0.24)],
      [0.5, colour],
      [1, shade(colour, -0.4)],
    ],
    [0, 0, 1, 1],
  )
  return lying(
    12,
    shape,
    `<path d="${shape}" fill="${shade(colour, -0.6)}" transform="translate(10 14)"/><path d="${shape}" fill="${stone}"/>
    <path d="M380 260C460 240 560 244 630 264C664 300 660 420 658 540C660 660 656 740 626 776C540 796 440 790 378 774C346 740 350 640 352 520C350 400 346 300 380 260Z" fill="${linear(
      sheet,
      [
        [0, shade(colour, -0.45)],
        [0.5, shade(colour, -0.1)],
        [1, shade(colour, 0.1)],
      ],
      [0, 0, 1, 1],
    )}"/>
    <path d="M384 270C460 252 560 256 624 274C650 300 650 360 640 400C560 380 450 384 366 408C358 350 360 300 384 270Z" fill="#17130f"/><path d="M400 296C470 276 540 280 600 296" stroke="#fff" stroke-width="9" stroke-linecap="round" fill="none" opacity="0.28"/>
    <path d="M400 470C440 620 540 560 610 700" stroke="#17130f" stroke-width="26" stroke-linecap="round" fill="none" opacity="0.18"/><path d="M318 240C310 340 322 420 314 500" stroke="${shade(colour, 0.5)}" stroke-width="5" fill="none" opacity="0.5"/>`,
  )
}
