import type { QueueBackend, QueueEntry, Standing } from "#server/platform/bullmq/queue-backend.ts"

/** A queue that nobody works for, and that forgets when it is told to. */
export interface QueueDouble extends Pick<QueueBackend, "add" | "standOf" | "memory"> {
  /** Ids, in the order in which they came first. */
  ids(): string[]
  /** How often something was added that was there already. */
  repeats(): number
  away(isAway: boolean): void
  forgetAll(): void
  drop(id: string): void
  bury(id: string): void
}

export function createQueueDouble(): QueueDouble {
  const entries = new Map<string, QueueEntry>()
  const dead = new Set<string>()
  let isAway = false
  let life = 0
  let repeats = 0
  const answer = <T>(value: T): Promise<T> => (isAway ? Promise.reject(new Error("away")) : Promise.resolve(value))
  const stand = (id: string): Standing => (dead.has(id) ? "dead" : entries.has(id) ? "held" : "unknown")
  return {
    ids: () => [...entries.keys()],
    repeats: () => repeats,
    async add(added) {
      await answer(undefined)
      for (const entry of added) {
        if (entries.has(entry.id)) repeats++
        else entries.set(entry.id, entry)
      }
    },
    standOf: (_queue, ids) => answer(new Map(ids.map((id) => [id, stand(id)]))),
    memory: () => answer(`life ${life}`),
    away(next) {
      isAway = next
    },
    forgetAll() {
      life++
      entries.clear()
      dead.clear()
    },
    drop: (id) => void entries.delete(id),
    bury: (id) => void dead.add(id),
  }
}
