import { lightness, shade } from "./paint.ts"
import { edgeShadow } from "./shadow.ts"
import { clip, linear, type Sheet } from "./sheet.ts"
import { bar } from "./strokes.ts"

const leather = "#8b5a37"
const body = (sheet: Sheet, colour: string) =>
  linear(sheet, [
    [0, shade(colour, -0.26)],
    [0.14, shade(colour, 0.04)],
    [0.34, shade(colour, 0.2)],
    [0.62, colour],
    [0.9, shade(colour, -0.3)],
    [1, shade(colour, -0.2)],
  ])
const stitch = (d: string, colour: string) =>
  `<path d="${d}" stroke="${shade(colour, 0.45)}" stroke-width="3" stroke-dasharray="9 6" fill="none" opacity="0.8"/>`

function buckle(x: number, y: number): string {
  return `<rect x="${x - 17}" y="${y - 13}" width="34" height="26" rx="5" fill="none" stroke="#b58f4c" stroke-width="7"/><path d="M${x - 15} ${y - 11}h30" stroke="#f0ddb0" stroke-width="3"/>`
}

export function backpack(sheet: Sheet, colour: string): string {
  return `${edgeShadow(sheet, 210)}
    ${bar("M330 420C262 470 250 640 284 756", 34, leather)}${bar("M670 420C738 470 750 640 716 756", 34, leather)}
    ${bar("M448 262C452 196 548 196 552 262", 22, leather)}
    <path d="M318 350C324 276 400 250 500 250C600 250 676 276 682 350L708 730C708 780 676 794 500 794C324 794 292 780 292 730Z" fill="${body(sheet, colour)}"/>
    <path d="M336 566H664L676 748C676 768 640 774 500 774C360 774 324 768 324 748Z" fill="${body(sheet, shade(colour, 0.06))}" stroke="${shade(colour, -0.4)}" stroke-width="4"/>
    ${stitch("M348 760C400 764 600 764 652 760", colour)}
    <path d="M312 340C322 262 400 240 500 240C600 240 678 262 688 340L700 520C700 556 660 566 500 566C340 566 300 556 300 520Z" fill="${body(sheet, shade(colour, 0.1))}"/>
    <path d="M300 520C300 556 340 566 500 566C660 566 700 556 700 520L701 532C701 572 660 582 500 582C340 582 299 572 299 532Z" fill="#1c110a" opacity="0.35"/>
    ${stitch("M318 514C330 542 380 550 500 550C620 550 670 542 682 514", colour)}
    <path d="M396 470h34v170h-34zM570 470h34v170h-34z" fill="${linear(sheet, [
      [0, shade(leather, -0.2)],
      [0.4, shade(leather, 0.2)],
      [1, shade(leather, -0.3)],
    ])}"/>
    ${buckle(413, 606)}${buckle(587, 606)}
    <rect x="452" y="660" width="96" height="60" rx="6" fill="${shade(leather, -0.05)}"/><path d="M480 700L500 676L520 700" stroke="#f0ddb0" stroke-width="5" fill="none"/>
    <path d="M340 330C360 290 420 272 470 268" stroke="#fff" stroke-width="12" stroke-linecap="round" fill="none" opacity="0.16"/>`
}

export function tote(sheet: Sheet, colour: string): string {
  const strap = lightness(colour) > 0.6 ? leather : shade(leather, 0.1)
  const shape = "M292 430Q500 446 708 430L730 770Q730 794 700 796Q500 804 300 796Q270 794 270 770Z"
  return `${edgeShadow(sheet, 225)}${bar("M396 440C396 190 604 190 604 440", 22, shade(strap, -0.35))}
    <path d="M292 430Q500 412 708 430Q500 446 292 430Z" fill="${shade(colour, -0.5)}"/>
    <path d="${shape}" fill="${body(sheet, colour)}"/>
    <path d="M272 690Q500 706 728 690L730 770Q730 794 700 796Q500 804 300 796Q270 794 270 770Z" fill="${body(sheet, shade(colour, -0.16))}"/>
    ${stitch("M296 452Q500 468 704 452M276 682Q500 698 724 682", colour)}
    ${bar("M372 600V430C372 210 628 210 628 430V600", 24, strap)}
    ${[372, 628].map((x) => `<path d="M${x - 12} 560h24M${x - 12} 588h24" stroke="#f0ddb0" stroke-width="3"/><circle cx="${x}" cy="574" r="6" fill="#d8b66e"/>`).join("")}
    <path d="M440 470C430 560 440 620 436 676M566 472C576 560 560 620 570 680" stroke="#20120a" stroke-width="9" fill="none" opacity="0.08"/>`
}

export function rollBag(sheet: Sheet, colour: string): string {
  return `${edgeShadow(sheet, 175)}
    <path d="M340 400C330 520 326 660 334 760C350 800 650 800 666 760C674 660 670 520 660 400Z" fill="${body(sheet, colour)}"/>
    <path d="M334 744C400 772 600 772 666 744L666 760C650 800 350 800 334 760Z" fill="${shade(colour, -0.42)}"/>
    <path d="M344 396C380 340 420 330 500 330C580 330 620 340 656 396C600 420 400 420 344 396Z" fill="${linear(
      sheet,
      [
        [0, shade(colour, 0.3)],
        [1, shade(colour, -0.2)],
      ],
      [0, 0, 0, 1],
    )}"/>
    ${bar("M352 348C420 322 580 322 648 348", 44, colour)}
    ${bar("M352 352C330 300 400 240 500 240C600 240 670 300 648 352", 16, "#2f2f30")}
    <rect x="462" y="222" width="76" height="38" rx="9" fill="#2f2f30"/><rect x="470" y="228" width="60" height="8" rx="4" fill="#6b6a68"/>
    <path d="M350 470C440 496 560 496 650 470M346 660C440 686 560 686 654 660" stroke="${shade(colour, -0.34)}" stroke-width="16" fill="none" opacity="0.5"/>
    <path d="M478 500h44v160h-44z" fill="#2f2f30" opacity="0.85"/><path d="M486 520h28M486 548h28M486 576h28M486 604h28M486 632h28" stroke="#75736f" stroke-width="4"/>
    <path d="M384 450C374 540 374 640 382 720" stroke="#fff" stroke-width="14" stroke-linecap="round" fill="none" opacity="0.22"/>`
}

export function beanie(sheet: Sheet, colour: string): string {
  const dome = "M284 620C280 430 380 330 500 330C620 330 720 430 716 620Z"
  const cuff = "M268 610C360 588 640 588 732 610C744 650 744 716 734 756C640 784 360 784 266 756C256 716 256 650 268 610Z"
  const ribs = (from: number, to: number, lean: number) =>
    Array.from({ length: 30 }, (_, i) => {
      const t = i / 29
      const x = 276 + t * 448
      return `M${x.toFixed(0)} ${to}C${x.toFixed(0)} ${(from + to) / 2} ${(500 + (x - 500) * lean).toFixed(0)} ${from + 60} ${(500 + (x - 500) * lean * 0.4).toFixed(0)} ${from}`
    }).join("")
  const inDome = clip(sheet, `<path d="${dome}"/>`)
  const inCuff = clip(sheet, `<path d="${cuff}"/>`)
  return `${edgeShadow(sheet, 235, 500, 776)}<path d="${dome}" fill="${body(sheet, colour)}"/>
    <g clip-path="${inDome}"><path d="${ribs(330, 640, 0.8)}" stroke="${shade(colour, -0.42)}" stroke-width="5" fill="none" opacity="0.45"/></g>
    <path d="${cuff}" fill="${body(sheet, shade(colour, 0.07))}"/>
    <g clip-path="${inCuff}"><path d="${Array.from({ length: 34 }, (_, i) => `M${262 + i * 14.4} 590V790`).join("")}" stroke="${shade(colour, -0.42)}" stroke-width="5" opacity="0.45"/></g>
    <path d="M270 612C360 590 640 590 730 612" stroke="#1c110a" stroke-width="8" fill="none" opacity="0.25"/>
    <rect x="590" y="670" width="84" height="50" rx="4" fill="${leather}"/><path d="M614 706L632 684L650 706" stroke="#f0ddb0" stroke-width="4" fill="none"/>`
}

export function socks(sheet: Sheet, colour: string): string {
  const light = lightness(colour) > 0.6 ? shade(colour, -0.4) : "#e9dec8"
  const one = (dx: number, dy: number, tone: string) => {
    const shape =
      "M390 260H540V520C540 560 560 584 600 612L700 672C760 712 740 790 660 792H560C500 792 470 770 440 730L400 660C388 630 390 600 390 560Z"
    const inShape = clip(sheet, `<path d="${shape}"/>`)
    const ribs = Array.from({ length: 12 }, (_, i) => `M${396 + i * 13} 256V400`).join("")
    return `<g transform="translate(${dx} ${dy})"><path d="${shape}" fill="${body(sheet, tone)}"/><g clip-path="${inShape}">
      <path d="M380 300H560V330H380ZM380 346H560V360H380Z" fill="${light}"/><path d="${ribs}" stroke="${shade(tone, -0.45)}" stroke-width="4" opacity="0.4"/>
      <path d="M640 640C600 700 620 780 640 800H800V640Z" fill="${light}"/><path d="M380 560C440 580 470 640 440 740H380Z" fill="${light}"/></g></g>`
  }
  return `${edgeShadow(sheet, 200, 560)}${one(76, -8, shade(colour, -0.1))}${one(-56, 4, colour)}`
}

export function basket(sheet: Sheet, colour: string): string {
  const shape = "M250 520C330 548 670 548 750 520L706 770C690 800 310 800 294 770Z"
  const inShape = clip(sheet, `<path d="${shape}"/>`)
  const rows = Array.from({ length: 11 }, (_, row) =>
    Array.from({ length: 17 }, (_, i) => {
      const x = 236 + i * 33 + (row % 2) * 16
      return `<ellipse cx="${x}" cy="${548 + row * 23}" rx="19" ry="11" fill="${shade(colour, 0.2 - Math.abs(i - 6) * 0.05 - row * 0.012 + sheet.luck.roll() * 0.06)}" stroke="${shade(colour, -0.5)}" stroke-width="2.5"/>`
    }).join(""),
  )
  const cloth = linear(sheet, [
    [0, "#f4ecdd"],
    [0.5, "#e6d9c3"],
    [1, "#cdbda2"],
  ])
  const sticks = Array.from(
    { length: 5 },
    (_, i) =>
      `<path d="M${350 + i * 72} 540L${330 + i * 80} ${sheet.luck.between(392, 430)}" stroke="${shade("#c9a46e", -0.1 + i * 0.06)}" stroke-width="46" stroke-linecap="round"/>`,
  )
  return `${edgeShadow(sheet, 215)}<ellipse cx="500" cy="520" rx="250" ry="46" fill="${shade(colour, -0.6)}"/>${sticks.join("")}
    <path d="M262 512C300 452 360 500 420 476C480 452 520 500 590 470C650 450 720 470 742 514C760 560 660 560 620 546C560 580 440 580 390 548C330 572 250 560 262 512Z" fill="${cloth}"/>
    <g clip-path="${inShape}"><rect x="220" y="500" width="560" height="310" fill="${shade(colour, -0.5)}"/>${rows.join("")}<rect x="220" y="500" width="560" height="310" fill="${linear(
      sheet,
      [
        [0, "#20120a", 0.3],
        [0.3, "#20120a", 0],
        [0.65, "#20120a", 0.08],
        [1, "#20120a", 0.5],
      ],
    )}"/></g>
    ${bar("M250 524C330 552 670 552 750 524", 26, colour)}`
}
