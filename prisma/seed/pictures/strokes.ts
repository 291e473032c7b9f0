import { shade } from "./paint.ts"

/** A round bar bent along a path: handle, wire, strap. Lit from the upper left. */
export function bar(path: string, width: number, colour: string, cap: "round" | "butt" = "round"): string {
  const line = (stroke: string, share: number, shift: number, opacity = 1) =>
    `<path d="${path}" fill="none" stroke="${stroke}" stroke-width="${(width * share).toFixed(1)}" stroke-linecap="${cap}" stroke-linejoin="round" opacity="${opacity}" transform="translate(${(-shift * width).toFixed(1)} ${(-shift * width).toFixed(1)})"/>`
  return [
    line(shade(colour, -0.46), 1, 0),
    line(shade(colour, -0.22), 0.82, 0.04),
    line(colour, 0.6, 0.08),
    line(shade(colour, 0.24), 0.34, 0.13),
    line(shade(colour, 0.5), 0.12, 0.17, 0.8),
  ].join("")
}
