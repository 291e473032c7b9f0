import type { Taste } from "#server/domain/recommendations/index.ts"
import type { Events } from "#workers/training/events/events.ts"
import { randomStream } from "#workers/training/tensors/random-stream.ts"

/** Somebody whose last steps are hidden from the training. */
export interface Examinee {
  /** What they did before, oldest first. */
  readonly past: readonly Taste[]
  /** What they then did, and what is to be foretold. */
  readonly hidden: ReadonlySet<number>
}

export interface Split {
  /** Without what is hidden. */
  readonly training: Events
  /** One half chooses, the other half judges. */
  readonly choosing: readonly Examinee[]
  readonly judging: readonly Examinee[]
  readonly isHidden: (visitor: number, product: number) => boolean
}

const hiddenShare = 0.2
const leastProducts = 3
const mostHidden = 20

/**
 * Hides the newest fifth of what each of some visitors met: a product that they had met before is never asked for. At most
 * `most` of them per half, drawn by the seed.
 */
export function splitEvents(events: Events, seed: number, most: number): Split {
  const { matrix } = events
  const drawn = draw(events, seed, most * 2)
  const hidden = new Set<number>()
  const examinees = new Map<number, Examinee>()
  const [start, column, level, at]: [number[], number[], number[], number[]] = [[0], [], [], []]
  for (let row = 0; row < matrix.rows; row++) {
    const [from, to] = [matrix.start[row] ?? 0, matrix.start[row + 1] ?? 0]
    const cut = drawn.has(row) ? to - Math.min(mostHidden, Math.max(1, Math.floor((to - from) * hiddenShare))) : to
    for (let entry = from; entry < cut; entry++) {
      column.push(matrix.column[entry] ?? 0)
      level.push(matrix.level[entry] ?? 0)
      at.push(events.at[entry] ?? 0)
    }
    start.push(column.length)
    if (cut === to) continue
    const later = Array.from(matrix.column.subarray(cut, to))
    for (const product of later) hidden.add((events.visitor[row] ?? 0) * matrix.columns + product)
    examinees.set(row, { past: pastOf(events, from, cut), hidden: new Set(later) })
  }
  const known = { start: Int32Array.from(start), column: Int32Array.from(column), level: Uint8Array.from(level) }
  const tested = [...drawn].flatMap((row) => examinees.get(row) ?? [])
  return {
    training: { ...events, matrix: { ...matrix, ...known }, at: Float64Array.from(at) },
    choosing: tested.filter((_, place) => place % 2 === 0),
    judging: tested.filter((_, place) => place % 2 === 1),
    isHidden: (visitor, product) => hidden.has(visitor * matrix.columns + product),
  }
}

/** What a row of the matrix says of somebody, the newest fifty. */
function pastOf({ matrix }: Events, from: number, to: number): Taste[] {
  const past: Taste[] = []
  for (let entry = Math.max(from, to - mostPast); entry < to; entry++) {
    past.push({ item: matrix.column[entry] ?? 0, weight: matrix.levels[matrix.level[entry] ?? 0] ?? 0 })
  }
  return past
}

/** As many as a page remembers of a visitor. */
const mostPast = 50

function draw({ matrix }: Events, seed: number, most: number): ReadonlySet<number> {
  const random = randomStream(seed)
  const able: number[] = []
  for (let row = 0; row < matrix.rows; row++) {
    if ((matrix.start[row + 1] ?? 0) - (matrix.start[row] ?? 0) >= leastProducts) able.push(row)
  }
  for (let at = able.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const moved = able[at] ?? 0
    able[at] = able[other] ?? 0
    able[other] = moved
  }
  return new Set(able.slice(0, most))
}
