import type { RedisChild } from "#infra/prove/fleet/redis-child.ts"
import type { Randomness } from "#infra/prove/isolation/randomness.ts"
import type { MortalProcess } from "#infra/prove/money/mortal-process.ts"

const withRedis = ["emptied queues", "queues away"] as const
const always = ["relay killed", "all workers killed", "scribe killed"] as const
const withServer = ["database crash"] as const
export type Disaster = (typeof withRedis)[number] | (typeof always)[number] | (typeof withServer)[number]

export interface Disasters {
  /** The next one's name, each in its turn. */
  kindOf(run: number): Disaster
  /** One at a time, however many ask. Resolves when all stands again. */
  strike(kind: Disaster, killScribe: () => Promise<void>): Promise<void>
  /** Resolves when there is a database to write to. */
  whole(): Promise<void>
  readonly counts: Readonly<Record<string, number>>
}

export interface DisasterParts {
  readonly workers: readonly MortalProcess[]
  readonly redis: RedisChild | undefined
  /** Stops the database as a crash would, and starts it again. Absent: it is not ours to stop. */
  readonly crash: (() => Promise<void>) | undefined
  readonly chance: Randomness
}

export function openDisasters({ workers, redis, crash, chance }: DisasterParts): Disasters {
  const kinds: readonly Disaster[] = [...(redis ? withRedis : []), ...always, ...(crash ? withServer : [])]
  const counts: Record<string, number> = {}
  let striking: Promise<void> = Promise.resolve()
  let whole: Promise<void> = Promise.resolve()

  const perform = async (kind: Disaster, killScribe: () => Promise<void>) => {
    counts[kind] = (counts[kind] ?? 0) + 1
    if (kind === "emptied queues") await redis?.flush()
    if (kind === "queues away") await redis?.restart(chance.below(1_200))
    if (kind === "relay killed") await chance.pick(workers).kill()
    if (kind === "all workers killed") await Promise.all(workers.map((worker) => worker.kill()))
    if (kind === "scribe killed") await killScribe()
    if (kind !== "database crash" || !crash) return
    whole = crash()
    await whole
  }
  return {
    kindOf: (run) => kinds[run % kinds.length] ?? "relay killed",
    strike(kind, killScribe) {
      striking = striking.then(() => perform(kind, killScribe))
      return striking
    },
    whole: () => whole,
    counts,
  }
}
