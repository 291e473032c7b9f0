import { shade } from "./paint.ts"
import { clip, linear, middle, roundStops, type Sheet } from "./sheet.ts"

/** Radius at a height, top first. A third element marks an edge: the line does not curve through it. */
export type Profile = readonly (readonly [radius: number, y: number, edge?: 1])[]

export interface Turned {
  readonly profile: Profile
  readonly colour: string
  readonly gloss?: number
  readonly at?: number
  /** How far one looks down on it: the height of its circles against their width. */
  readonly tilt?: number
  /** An open top shows its inside in this colour. */
  readonly inside?: string
  /** What is in it, and how far below the rim. */
  readonly filled?: readonly [colour: string, below: number]
  /** Glaze between two heights. */
  readonly bands?: readonly (readonly [from: number, to: number, colour: string])[]
  readonly speckles?: readonly [count: number, colour: string]
  readonly closedTop?: true
}

/** Anything that came off a wheel or a lathe: thin slices, each lit as the round thing that it is. */
export function turned(sheet: Sheet, thing: Turned): string {
  const { profile, at = middle, tilt = 0.13 } = thing
  const line = sampled(profile)
  const outline = outlineOf(line, at, tilt)
  const inShape = clip(sheet, `<path d="${outline}"/>`)
  const body = slices(sheet, line, thing.colour, thing.gloss ?? 0.4, at, tilt)
  const bands = (thing.bands ?? []).map(([from, to, colour]) => {
    const inBand = clip(sheet, `<path d="${bandOf(from, to, widest(line), at, tilt)}"/>`)
    return `<g clip-path="${inBand}">${slices(sheet, line, colour, thing.gloss ?? 0.4, at, tilt)}</g>`
  })
  const foot = linear(
    sheet,
    [
      [0, "#ffffff", 0.1],
      [0.25, "#ffffff", 0],
      [0.7, "#20120a", 0],
      [1, "#20120a", 0.26],
    ],
    [0, 0, 0, 1],
  )
  const speckles = thing.speckles ? spots(sheet, line, at, thing.speckles) : ""
  return `<g clip-path="${inShape}">${body}${bands.join("")}${speckles}<path d="${outline}" fill="${foot}"/></g>${top(sheet, thing, line[0] ?? [0, 0], at, tilt)}`
}

type Line = readonly (readonly [number, number])[]

/** A smooth radius over height through the points; at an edge it starts anew. */
function sampled(profile: Profile): Line {
  const points: [number, number][] = []
  for (let i = 0; i + 1 < profile.length; i++) {
    const a = profile[i] ?? [0, 0]
    const b = profile[i + 1] ?? a
    const high = b[1] - a[1]
    const leaving = slope(a[2] ? a : (profile[i - 1] ?? a), b) * high
    const arriving = slope(a, b[2] ? b : (profile[i + 2] ?? b)) * high
    const steps = Math.max(3, Math.min(26, Math.round((high + Math.abs(b[0] - a[0])) / 9)))
    for (let step = 0; step < steps; step++) {
      const t = step / steps
      points.push([hermite(a[0], b[0], leaving, arriving, t), a[1] + high * t])
    }
  }
  const last = profile.at(-1)
  if (last) points.push([last[0], last[1]])
  return points.map(([r, y]) => [Math.max(0, r), y])
}

function slope(a: readonly [number, number, 1?], b: readonly [number, number, 1?]): number {
  return (b[0] - a[0]) / Math.max(1, b[1] - a[1])
}

function hermite(from: number, to: number, leaving: number, arriving: number, t: number): number {
  return (
    (2 * t ** 3 - 3 * t ** 2 + 1) * from +
    (t ** 3 - 2 * t ** 2 + t) * leaving +
    (3 * t ** 2 - 2 * t ** 3) * to +
    (t ** 3 - t ** 2) * arriving
  )
}

const widest = (line: Line) => Math.max(...line.map(([r]) => r))
const n = (value: number) => value.toFixed(1)

function outlineOf(line: Line, at: number, tilt: number): string {
  const right = line.map(([r, y]) => `${n(at + r)} ${n(y)}`)
  const left = [...line].reverse().map(([r, y]) => `${n(at - r)} ${n(y)}`)
  const [topRadius] = line[0] ?? [0]
  const [footRadius, footY] = line.at(-1) ?? [0, 0]
  const foot = `A${n(footRadius)} ${n(footRadius * tilt)} 0 0 1 ${n(at - footRadius)} ${n(footY)}`
  return `M${right.join("L")}${foot}L${left.join("L")}A${n(topRadius)} ${n(topRadius * tilt)} 0 0 1 ${right[0] ?? ""}Z`
}

function slices(sheet: Sheet, line: Line, colour: string, gloss: number, at: number, tilt: number): string {
  const gradients = new Map<number, string>()
  const lit = (lift: number) => {
    const known = gradients.get(lift) ?? linear(sheet, roundStops(colour, gloss, lift))
    gradients.set(lift, known)
    return known
  }
  const [topRadius, topY] = line[0] ?? [0, 0]
  const [footRadius, footY] = line.at(-1) ?? [0, 0]
  const ends = `<rect x="${n(at - topRadius)}" y="${n(topY - topRadius * tilt)}" width="${n(topRadius * 2)}" height="${n(topRadius * tilt + 2)}" fill="${lit(0)}"/>`
  const pieces = line.slice(0, -1).map(([r, y], place) => {
    const [nextR, nextY] = line[place + 1] ?? [r, y]
    // A wall that leans out looks at the light above, one that leans in looks at the floor.
    const lean = Math.atan2(nextR - r, Math.max(0.5, nextY - y))
    const lift = (Math.round(Math.sin(lean) * 24) / 24) * 0.17
    return `<path d="M${n(at - r)} ${n(y)}H${n(at + r)}L${n(at + nextR)} ${n(nextY + 3.4)}H${n(at - nextR)}Z" fill="${lit(lift)}"/>`
  })
  const foot = `<rect x="${n(at - footRadius)}" y="${n(footY)}" width="${n(footRadius * 2)}" height="${n(footRadius * tilt + 4)}" fill="${lit(-0.06)}"/>`
  return `${ends}${pieces.join("")}${foot}`
}

function bandOf(from: number, to: number, radius: number, at: number, tilt: number): string {
  const r = radius + 6
  const arc = (y: number, x: number, sweep: 0 | 1) => `A${n(r)} ${n(r * tilt)} 0 0 ${sweep} ${n(x)} ${n(y)}`
  return `M${n(at - r)} ${n(from)}${arc(from, at + r, 0)}L${n(at + r)} ${n(to)}${arc(to, at - r, 1)}Z`
}

function spots(sheet: Sheet, line: Line, at: number, [count, colour]: readonly [number, string]): string {
  const { luck } = sheet
  return Array.from({ length: count }, () => {
    const [r, y] = luck.pick(line)
    const size = 0.8 + luck.roll() ** 3 * 3.4
    return `<ellipse cx="${n(at + (luck.roll() * 2 - 1) * r)}" cy="${n(y + luck.roll() * 14)}" rx="${n(size)}" ry="${n(size * 0.85)}" fill="${colour}" opacity="${n(0.25 + luck.roll() * 0.4)}"/>`
  }).join("")
}

function top(
  sheet: Sheet,
  { colour, inside, filled, gloss = 0.4, closedTop }: Turned,
  [r, y]: readonly [number, number],
  at: number,
  tilt: number,
): string {
  const oval = (radius: number, fill: string, lower = 0) =>
    `<ellipse cx="${at}" cy="${n(y + lower)}" rx="${n(radius)}" ry="${n(radius * tilt)}" fill="${fill}"/>`
  if (closedTop)
    return oval(
      r,
      linear(sheet, [
        [0, shade(colour, 0.34)],
        [0.5, shade(colour, 0.16 + gloss * 0.1)],
        [1, shade(colour, -0.06)],
      ]),
    )
  if (inside === undefined) return ""
  const lip = linear(sheet, [
    [0, shade(colour, 0.1)],
    [0.3, shade(colour, 0.5)],
    [1, shade(colour, -0.1)],
  ])
  const hollow = linear(sheet, [
    [0, shade(inside, -0.42)],
    [0.5, shade(inside, -0.2)],
    [1, shade(inside, 0.08)],
  ])
  const deep = linear(
    sheet,
    [
      [0, "#1a0f08", 0.34],
      [0.7, "#1a0f08", 0],
    ],
    [0, 0, 0, 1],
  )
  const within = clip(sheet, oval(r * 0.955, "#000"))
  const level = filled
    ? `<g clip-path="${within}">${oval(
        r * 0.93,
        linear(sheet, [
          [0, shade(filled[0], -0.25)],
          [0.6, filled[0]],
          [1, shade(filled[0], 0.16)],
        ]),
        filled[1],
      )}</g>`
    : ""
  return `${oval(r, lip)}${oval(r * 0.955, hollow)}${oval(r * 0.955, deep)}${level}`
}
