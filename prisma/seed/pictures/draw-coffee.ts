import { turned } from "./lathe.ts"
import { mix, shade } from "./paint.ts"
import { edgeShadow, groundShadow } from "./shadow.ts"
import { clip, linear, type Sheet } from "./sheet.ts"
import { bar } from "./strokes.ts"

export function dripper(sheet: Sheet, colour: string): string {
  const glass = "#cfd9d6"
  return `${groundShadow(sheet, 190)}
    ${bar("M640 640C742 640 742 760 650 764", 26, shade(colour, -0.05))}
    ${turned(sheet, {
      profile: [
        [172, 600, 1],
        [176, 680],
        [168, 770],
        [158, 790],
      ],
      colour,
      gloss: 0.35,
      inside: "#3b2a20",
      speckles: [70, shade(colour, -0.5)],
    })}
    ${turned(sheet, {
      profile: [
        [205, 566, 1],
        [212, 576],
        [204, 590],
      ],
      colour: shade(colour, -0.06),
      closedTop: true,
      tilt: 0.12,
    })}
    ${bar("M668 410C760 412 752 500 650 510", 24, colour)}
    ${turned(sheet, {
      profile: [
        [222, 356, 1],
        [190, 420],
        [96, 540],
        [88, 572],
      ],
      colour,
      gloss: 0.35,
      inside: mix(glass, "#e8dcc4", 0.7),
      speckles: [60, shade(colour, -0.5)],
    })}
    <path d="M318 352C400 300 600 300 682 352L560 372H440Z" fill="#f2e8d3" opacity="0.9"/>
    <ellipse cx="500" cy="366" rx="150" ry="19" fill="#4a2f20"/><ellipse cx="478" cy="362" rx="84" ry="9" fill="#6b4630"/>`
}

export function carafe(sheet: Sheet, colour: string): string {
  const shape =
    "M432 300L446 424C372 480 292 560 292 668C292 746 350 792 500 794C650 792 708 746 708 668C708 560 628 480 554 424L568 300Z"
  const inShape = clip(sheet, `<path d="${shape}"/>`)
  const liquid = linear(sheet, [
    [0, shade(colour, -0.35)],
    [0.25, shade(colour, 0.22)],
    [0.6, shade(colour, -0.1)],
    [1, shade(colour, -0.5)],
  ])
  const glass = linear(sheet, [
    [0, "#ffffff", 0.5],
    [0.12, "#dfe7e4", 0.3],
    [0.5, "#ffffff", 0.12],
    [0.9, "#b9c4c1", 0.35],
    [1, "#8d9997", 0.5],
  ])
  return `${groundShadow(sheet, 190)}
    <path d="${shape}" fill="#eef2ef" opacity="0.55"/>
    <g clip-path="${inShape}"><rect x="280" y="600" width="440" height="210" fill="${liquid}"/><ellipse cx="500" cy="600" rx="205" ry="24" fill="${shade(colour, 0.2)}"/></g>
    <path d="${shape}" fill="${glass}"/>
    <path d="M338 640C340 586 376 534 420 500" stroke="#ffffff" stroke-width="16" stroke-linecap="round" fill="none" opacity="0.75"/>
    ${turned(sheet, {
      profile: [
        [66, 396, 1],
        [70, 430],
        [66, 462],
      ],
      colour: "#8b5a37",
      gloss: 0.3,
    })}
    <ellipse cx="500" cy="300" rx="69" ry="11" fill="#f7faf8" opacity="0.8"/><ellipse cx="500" cy="300" rx="58" ry="7" fill="#aab6b3" opacity="0.6"/>
    ${turned(sheet, {
      profile: [
        [50, 274],
        [60, 284],
        [58, 306],
      ],
      colour: "#b98d5b",
      closedTop: true,
    })}`
}

export function grinder(sheet: Sheet, colour: string): string {
  return `${groundShadow(sheet, 128)}
    ${turned(sheet, {
      profile: [
        [118, 560, 1],
        [122, 600],
        [128, 780],
        [126, 790],
      ],
      colour,
      gloss: 0.4,
    })}
    ${turned(sheet, {
      profile: [
        [120, 372, 1],
        [122, 460],
        [122, 566],
      ],
      colour: "#aeb3b4",
      gloss: 0.9,
    })}
    ${turned(sheet, {
      profile: [
        [40, 344],
        [96, 352],
        [120, 366, 1],
        [120, 380],
      ],
      colour: "#9da2a3",
      gloss: 0.9,
      closedTop: true,
    })}
    ${bar("M500 344V318H700", 20, "#8c9092")}
    ${turned(sheet, {
      profile: [
        [16, 250],
        [32, 264],
        [34, 288],
        [18, 310],
      ],
      colour,
      at: 700,
      closedTop: true,
    })}`
}

export function pouch(sheet: Sheet, colour: string): string {
  const shape =
    "M322 300C440 290 560 290 678 300L690 420C700 560 704 680 700 776C640 792 360 792 300 776C296 680 300 560 310 420Z"
  const body = linear(sheet, [
    [0, shade(colour, -0.28)],
    [0.12, shade(colour, 0.04)],
    [0.3, shade(colour, 0.2)],
    [0.6, colour],
    [0.9, shade(colour, -0.26)],
    [1, shade(colour, -0.16)],
  ])
  const label = linear(sheet, [
    [0, "#f8f2e4"],
    [1, "#e4d9c2"],
  ])
  const ink = shade(colour, -0.35)
  return `${edgeShadow(sheet, 205)}<path d="${shape}" fill="${body}"/>
    <path d="M322 300C440 290 560 290 678 300L682 352C560 344 440 344 318 352Z" fill="${shade(colour, -0.2)}"/>
    <path d="M318 352C440 344 560 344 682 352" stroke="${shade(colour, 0.3)}" stroke-width="3" fill="none" opacity="0.6"/>
    <path d="M330 420C350 560 340 680 322 770M668 430C656 560 664 680 684 764" stroke="${shade(colour, -0.4)}" stroke-width="7" fill="none" opacity="0.3"/>
    <path d="M378 452C460 446 540 446 622 452L626 700C540 708 460 708 374 700Z" fill="${label}"/>
    <circle cx="500" cy="540" r="52" fill="none" stroke="${ink}" stroke-width="5"/>
    <path d="M500 504C530 530 530 556 500 580C470 556 470 530 500 504Z" fill="${ink}"/>
    <path d="M430 626H570M450 652H550M466 676H534" stroke="${ink}" stroke-width="6" stroke-linecap="round" opacity="0.75"/>
    <circle cx="500" cy="402" r="13" fill="${shade(colour, -0.35)}"/><circle cx="500" cy="402" r="6" fill="${shade(colour, 0.2)}"/>`
}

export function filters(sheet: Sheet, colour: string): string {
  const cone = (x: number, turn: number, tint: number) => {
    const fill = linear(sheet, [
      [0, shade(colour, tint + 0.16)],
      [0.5, shade(colour, tint)],
      [1, shade(colour, tint - 0.16)],
    ])
    return `<g transform="rotate(${turn} ${x} 780)"><path d="M${x - 210} 400C${x - 100} 360 ${x + 100} 360 ${x + 210} 400L${x + 62} 770C${x + 20} 784 ${x - 20} 784 ${x - 62} 770Z" fill="${fill}"/><path d="M${x - 196} 404L${x - 56} 766M${x - 60} 772C${x - 20} 784 ${x + 20} 784 ${x + 60} 772" stroke="${shade(colour, -0.4)}" stroke-width="3" fill="none" opacity="0.4"/></g>`
  }
  const layers = [
    [560, 12, -0.16],
    [540, 7, -0.1],
    [522, 3, -0.05],
    [500, -2, 0.04],
  ]
  return `${edgeShadow(sheet, 150, 515)}${layers.map(([x, turn, tint]) => cone(x ?? 0, turn ?? 0, tint ?? 0)).join("")}`
}
