import { lightness, mix, shade } from "./paint.ts"
import { edgeShadow } from "./shadow.ts"
import { clip, linear, type Sheet } from "./sheet.ts"

const contrast = (colour: string) => (lightness(colour) > 0.55 ? shade(colour, -0.42) : "#eadfc8")

/** Fine lines across a clipped shape, as threads show in a woven thing. */
function weave(inShape: string, [x, y, width, height]: readonly number[], colour: string, step = 7): string {
  const [left, top, w, h] = [x ?? 0, y ?? 0, width ?? 0, height ?? 0]
  const across = Array.from({ length: Math.floor(h / step) }, (_, i) => `M${left} ${top + i * step}h${w}`).join("")
  const down = Array.from({ length: Math.floor(w / step) }, (_, i) => `M${left + i * step} ${top}v${h}`).join("")
  return `<g clip-path="${inShape}"><path d="${across}" stroke="${shade(colour, -0.4)}" stroke-width="1.4" opacity="0.22"/><path d="${down}" stroke="${shade(colour, 0.5)}" stroke-width="1.4" opacity="0.2"/></g>`
}

/** One thickness of folded cloth seen from its fold: round at the left, open at the right. */
function layer(sheet: Sheet, y: number, height: number, inset: number, colour: string, stripes: readonly number[]): string {
  const [left, right] = [220 + inset, 780 - inset + sheet.luck.between(-6, 6)]
  const shape = `M${left + height / 2} ${y}H${right - 10}Q${right} ${y} ${right} ${y + 10}V${y + height - 8}Q${right} ${y + height} ${right - 10} ${y + height}H${left + height / 2}A${height / 2} ${height / 2} 0 0 1 ${left + height / 2} ${y}Z`
  const fill = linear(
    sheet,
    [
      [0, shade(colour, 0.26)],
      [0.3, shade(colour, 0.08)],
      [0.75, shade(colour, -0.12)],
      [1, shade(colour, -0.42)],
    ],
    [0, 0, 0, 1],
  )
  const inShape = clip(sheet, `<path d="${shape}"/>`)
  const bands = stripes.map((at, place) => {
    const tone = place % 2 === 0 ? contrast(colour) : mix(contrast(colour), "#b5714f", 0.5)
    return `<rect x="${left + (right - left) * at}" y="${y}" width="${place % 2 === 0 ? 38 : 18}" height="${height}" fill="${linear(
      sheet,
      [
        [0, shade(tone, 0.2)],
        [0.5, tone],
        [1, shade(tone, -0.4)],
      ],
      [0, 0, 0, 1],
    )}"/>`
  })
  const side = linear(sheet, [
    [0, "#20120a", 0.3],
    [0.1, "#20120a", 0],
    [0.85, "#20120a", 0],
    [1, "#20120a", 0.28],
  ])
  return `<path d="${shape}" fill="${fill}"/><g clip-path="${inShape}">${bands.join("")}</g>${weave(inShape, [left, y, right - left, height], colour)}<path d="${shape}" fill="${side}"/>
    <path d="M${left + height / 2} ${y + height}H${right - 8}" stroke="#1c110a" stroke-width="3" opacity="0.35"/>`
}

export function blanket(sheet: Sheet, colour: string): string {
  const stripes = [0.56, 0.66, 0.72, 0.82]
  const fringe = Array.from({ length: 34 }, (_, i) => {
    const x = 238 + i * 16
    return `<path d="M${x} 560C${x + sheet.luck.between(-4, 4)} 580 ${x + sheet.luck.between(-7, 7)} 596 ${x + sheet.luck.between(-6, 6)} 620" stroke="${shade(colour, sheet.luck.roll() * 0.3)}" stroke-width="5" stroke-linecap="round" fill="none"/>`
  })
  return `${edgeShadow(sheet, 285)}${layer(sheet, 700, 90, 0, colour, stripes)}${layer(sheet, 614, 88, 6, colour, stripes)}${layer(sheet, 526, 90, 2, colour, stripes)}
    <path d="M236 448H764Q776 448 776 460V556H224V462Q224 448 236 448Z" fill="${linear(
      sheet,
      [
        [0, shade(colour, 0.3)],
        [0.6, shade(colour, 0.06)],
        [1, shade(colour, -0.12)],
      ],
      [0, 0, 0, 1],
    )}"/>
    ${[0.2, 0.32, 0.38, 0.5].map((at, i) => `<rect x="224" y="${448 + at * 150}" width="552" height="${i % 2 ? 8 : 14}" fill="${i % 2 ? mix(contrast(colour), "#b5714f", 0.5) : contrast(colour)}" opacity="0.92"/>`).join("")}
    ${weave(clip(sheet, '<path d="M224 448H776V556H224Z"/>'), [224, 448, 552, 108], colour)}${fringe.join("")}`
}

export function foldedLinen(sheet: Sheet, colour: string): string {
  const stripe = [0.72, 0.78, 0.81]
  return `${edgeShadow(sheet, 285)}${layer(sheet, 744, 46, 6, colour, stripe)}${layer(sheet, 698, 48, 0, shade(colour, 0.03), stripe)}${layer(sheet, 652, 48, 8, colour, stripe)}${layer(sheet, 604, 50, 3, shade(colour, 0.05), stripe)}
    <path d="M232 560Q500 542 772 556L790 604Q500 622 214 606Z" fill="${linear(
      sheet,
      [
        [0, shade(colour, 0.34)],
        [1, shade(colour, 0.1)],
      ],
      [0, 0, 0.4, 1],
    )}"/>
    ${stripe.map((at) => `<path d="M${232 + 540 * at} 554L${214 + 576 * at} 609" stroke="${contrast(colour)}" stroke-width="${at === 0.72 ? 20 : 9}"/>`).join("")}
    ${weave(clip(sheet, '<path d="M232 560Q500 542 772 556L790 604Q500 622 214 606Z"/>'), [210, 544, 584, 78], colour, 6)}`
}

export function napkins(sheet: Sheet, colour: string): string {
  const pile = [0, 1, 2, 3].map((i) => layer(sheet, 750 - i * 42, 42, 70 + (i % 2) * 6, shade(colour, i % 2 ? 0.06 : 0), []))
  return `${edgeShadow(sheet, 215)}${pile.join("")}
    <path d="M302 590Q500 576 704 588L720 624Q500 640 284 626Z" fill="${linear(
      sheet,
      [
        [0, shade(colour, 0.34)],
        [1, shade(colour, 0.1)],
      ],
      [0, 0, 0.4, 1],
    )}"/>
    <path d="M318 600Q500 588 690 598" stroke="${shade(colour, -0.3)}" stroke-width="2.5" stroke-dasharray="7 5" fill="none" opacity="0.7"/>
    <path d="M486 582C482 640 484 720 488 792M512 582C516 640 514 720 510 792" stroke="#a98557" stroke-width="7" fill="none"/>
    <path d="M498 612C450 560 420 600 498 618C576 600 548 556 498 612C480 650 462 668 450 690M500 614C520 650 534 664 552 680" stroke="#c09c6b" stroke-width="8" fill="none" stroke-linecap="round"/>`
}

export function cushion(sheet: Sheet, colour: string): string {
  const shape = "M262 392C330 356 670 350 742 392C772 420 766 700 736 752C670 800 330 800 264 754C234 700 230 430 262 392Z"
  const fill = linear(
    sheet,
    [
      [0, shade(colour, 0.3)],
      [0.45, shade(colour, 0.05)],
      [1, shade(colour, -0.42)],
    ],
    [0.1, 0, 0.9, 1],
  )
  return `${edgeShadow(sheet, 235)}<path d="${shape}" fill="${fill}"/>${weave(clip(sheet, `<path d="${shape}"/>`), [230, 350, 540, 450], colour, 8)}
    <path d="M300 430C420 400 590 400 704 430M300 724C420 756 590 756 704 722" stroke="${shade(colour, -0.3)}" stroke-width="5" fill="none" opacity="0.4"/>
    <path d="M500 560m-13 0a13 13 0 1 0 26 0a13 13 0 1 0 -26 0" fill="${shade(colour, -0.3)}"/><path d="M486 546C440 500 400 480 350 470M516 548C560 500 610 480 660 468M488 574C440 620 400 650 350 680M514 574C560 620 620 650 664 676" stroke="${shade(colour, -0.45)}" stroke-width="7" stroke-linecap="round" fill="none" opacity="0.22"/>
    <path d="${shape}" fill="none" stroke="${shade(colour, -0.24)}" stroke-width="6"/>`
}

export function apron(sheet: Sheet, colour: string): string {
  const shape = "M392 330Q500 352 608 330C616 430 650 470 714 500L726 812Q500 846 274 812L286 500C350 470 384 430 392 330Z"
  const fill = linear(sheet, [
    [0, shade(colour, -0.16)],
    [0.2, shade(colour, 0.12)],
    [0.45, shade(colour, -0.04)],
    [0.62, shade(colour, 0.1)],
    [1, shade(colour, -0.28)],
  ])
  const strap = shade(colour, -0.1)
  return `<path d="M396 336C404 190 596 190 604 336" stroke="${strap}" stroke-width="20" fill="none"/><circle cx="500" cy="196" r="16" fill="#b08a4d"/><circle cx="500" cy="193" r="7" fill="#efe0bd"/>
    <g transform="translate(22 20)" opacity="0.16"><path d="${shape}" fill="#20120a" stroke="#20120a" stroke-width="18"/></g>
    <path d="M290 506C220 520 196 600 190 690M710 506C780 520 804 600 812 700" stroke="${strap}" stroke-width="17" fill="none" stroke-linecap="round"/>
    <path d="${shape}" fill="${fill}"/>${weave(clip(sheet, `<path d="${shape}"/>`), [270, 320, 460, 530], colour, 8)}
    <path d="M366 566Q500 584 634 566L640 700Q500 726 360 700Z" fill="${shade(colour, 0.05)}" stroke="${shade(colour, -0.34)}" stroke-width="4"/>
    <path d="M374 584Q500 602 626 584" stroke="${shade(colour, 0.44)}" stroke-width="3" stroke-dasharray="9 6" fill="none"/><path d="M500 578V718" stroke="${shade(colour, -0.34)}" stroke-width="3"/>
    <path d="M404 350Q500 370 596 350M288 792Q500 824 714 792" stroke="${shade(colour, 0.4)}" stroke-width="3" stroke-dasharray="9 6" fill="none" opacity="0.8"/>`
}

export function scarf(sheet: Sheet, colour: string): string {
  const fringe = (x: number, y: number) =>
    Array.from(
      { length: 11 },
      (_, i) =>
        `<path d="M${x + i * 12} ${y}l${sheet.luck.between(-5, 5)} 54" stroke="${shade(colour, 0.1)}" stroke-width="6" stroke-linecap="round"/>`,
    ).join("")
  const drape = linear(sheet, [
    [0, shade(colour, -0.3)],
    [0.2, shade(colour, 0.16)],
    [0.5, colour],
    [0.72, shade(colour, 0.1)],
    [1, shade(colour, -0.4)],
  ])
  const tail = (d: string, box: readonly number[]) =>
    `<path d="${d}" fill="${drape}"/>${weave(clip(sheet, `<path d="${d}"/>`), box, colour, 8)}`
  return `${edgeShadow(sheet, 160, 510, 846)}${fringe(382, 770)}${tail("M400 430C380 560 376 660 374 776H514C512 660 520 560 530 440Z", [370, 430, 160, 350])}
    ${[700, 724, 742].map((y, i) => `<path d="M374 ${y}H514" stroke="${contrast(colour)}" stroke-width="${i === 0 ? 16 : 7}"/>`).join("")}
    ${fringe(512, 712)}${tail("M490 430C500 540 502 640 504 718H646C640 620 624 520 590 420Z", [486, 420, 164, 300])}
    ${[650, 672, 690].map((y, i) => `<path d="M503 ${y}H642" stroke="${contrast(colour)}" stroke-width="${i === 0 ? 16 : 7}"/>`).join("")}
    <path d="M300 330C290 220 710 220 704 332C706 420 620 470 500 470C380 470 296 420 300 330Z" fill="${linear(
      sheet,
      [
        [0, shade(colour, 0.28)],
        [0.5, colour],
        [1, shade(colour, -0.36)],
      ],
      [0.2, 0, 0.7, 1],
    )}"/>
    <path d="M372 322C380 270 620 270 632 322C632 366 590 384 500 384C412 384 372 366 372 322Z" fill="${shade(colour, -0.55)}"/>
    <path d="M310 360C380 440 620 440 694 364M330 300C340 250 420 240 470 240" stroke="${shade(colour, -0.4)}" stroke-width="7" fill="none" opacity="0.35"/>
    <path d="M326 392C400 460 600 456 676 396" stroke="${shade(colour, 0.4)}" stroke-width="6" fill="none" opacity="0.3"/>`
}
