import { createLogHistogram, type LogHistogram } from "#server/kernel/log-histogram.ts"
import type { FaultNote } from "./fault-note.ts"
import type { Readings, ShopReading } from "./sample.ts"

/** Counts what happens in this process, where it happens. `tenantId` may be `itself` of server/messages/pulse.ts. */
export interface Meter {
  page(tenantId: string, ms: number): void
  job(tenantId: string, ms: number): void
  refusal(tenantId: string): void
  fault(tenantId: string, note: FaultNote): void
  /** Who can say how things stand at this moment: asked whenever the meter is read. Answers how to stop. */
  observe(standing: () => Iterable<readonly [tenantId: string, Standing]>): () => void
  /** What was counted since the last time, and how things stand. */
  drain(): Drained
  /** Takes back what was drained and could not be told, to be drained again. */
  giveBack(drained: Drained): void
}

export interface Standing {
  readonly visitors: number
  readonly sockets: number
}

export interface Drained {
  readonly readings: Readings
  readonly faults: readonly (FaultNote & { readonly tenantId: string })[]
}

interface Tally {
  refusals: number
  faults: number
  pages: LogHistogram | undefined
  jobs: LogHistogram | undefined
}

type Timed = "pages" | "jobs"
type NotedFault = Drained["faults"][number]

/** A storm of faults is counted in full, and told of in these many words. */
const mostNotes = 40

export function createMeter(): Meter {
  let tallies = new Map<string, Tally>()
  let notes: NotedFault[] = []
  const observers = new Set<Parameters<Meter["observe"]>[0]>()
  const tallyOf = (tenantId: string): Tally => {
    const known = tallies.get(tenantId)
    if (known) return known
    const made: Tally = { refusals: 0, faults: 0, pages: undefined, jobs: undefined }
    tallies.set(tenantId, made)
    return made
  }
  const timesOf = (tenantId: string, kind: Timed): LogHistogram => {
    const tally = tallyOf(tenantId)
    tally[kind] ??= createLogHistogram()
    return tally[kind]
  }
  return {
    page: (tenantId, ms) => timesOf(tenantId, "pages").add(ms),
    job: (tenantId, ms) => timesOf(tenantId, "jobs").add(ms),
    refusal: (tenantId) => void tallyOf(tenantId).refusals++,
    fault(tenantId, note) {
      tallyOf(tenantId).faults++
      if (notes.length < mostNotes) notes.push({ tenantId, ...note })
    },
    observe(standing) {
      observers.add(standing)
      return () => void observers.delete(standing)
    },
    drain() {
      const shops: Record<string, ShopReading> = {}
      for (const [tenantId, tally] of tallies) shops[tenantId] = readingOf(tally)
      for (const standing of observers)
        for (const [tenantId, { visitors, sockets }] of standing())
          if (visitors > 0 || sockets > 0) shops[tenantId] = { ...shops[tenantId], visitors, sockets }
      const drained = { readings: shops, faults: notes }
      tallies = new Map()
      notes = []
      return drained
    },
    giveBack({ readings, faults }) {
      for (const [tenantId, reading] of Object.entries(readings)) {
        const tally = tallyOf(tenantId)
        tally.refusals += reading.refusals ?? 0
        tally.faults += reading.faults ?? 0
        if (reading.pages) timesOf(tenantId, "pages").merge(reading.pages)
        if (reading.jobs) timesOf(tenantId, "jobs").merge(reading.jobs)
      }
      notes = [...faults, ...notes].slice(0, mostNotes)
    },
  }
}

function readingOf({ refusals, faults, pages, jobs }: Tally): ShopReading {
  return {
    ...(refusals > 0 ? { refusals } : {}),
    ...(faults > 0 ? { faults } : {}),
    ...(pages ? { pages: pages.slots() } : {}),
    ...(jobs ? { jobs: jobs.slots() } : {}),
  }
}
