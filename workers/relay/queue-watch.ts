import type { DueJobs, OpenJob } from "#prisma/outbox-jobs.ts"
import { after, seconds } from "#server/kernel/clock.ts"
import { findLost } from "./find-lost.ts"
import type { RelayParts } from "./relay-round.ts"

export interface QueueWatch {
  /** Does a little of what there is to do, so that the relay's rounds go on in between. Answers whether there is more. */
  step(): Promise<boolean>
  /** False: the queues are away; do not ask them for anything now. */
  isThere(): boolean
  /** The queues did not take something. */
  missed(): void
}

const lookMs = seconds(1)
const searchMs = seconds(15)
/** A job of this age that no queue holds is lost, even if the queues remember something: a replica that was behind, a torn file. */
const patienceMs = seconds(30)

interface Search {
  readonly before: Date
  readonly beyond: OpenJob | undefined
}

/** Sees to it that what is due is carried by a queue: after its own start, after the queues lost their memory, and every so often. */
export function createQueueWatch(jobs: DueJobs, { queue, clock, log, onUse }: RelayParts): QueueWatch {
  let isThere = true
  let known: string | undefined
  let search: Search | undefined
  let looked = Number.NEGATIVE_INFINITY
  let searched = performance.now()

  const begin = (before: Date) => {
    search = { before, beyond: undefined }
    searched = performance.now()
  }
  async function look(): Promise<void> {
    const memory = await queue.memory()
    if (memory !== known || !isThere) begin(clock.now())
    else if (!search && performance.now() - searched > searchMs) begin(after(clock.now(), -patienceMs))
    known = memory
    isThere = true
  }
  async function turnPage({ before, beyond }: Search): Promise<void> {
    onUse("relay.find-lost")
    const { last, found } = await findLost({ jobs, queue, now: clock.now() }, before, beyond)
    if (found > 0) log.warn({ jobs: found }, "jobs were lost by the queues and are asked for again")
    search = last && { before, beyond: last }
  }

  return {
    isThere: () => isThere,
    missed() {
      isThere = false
    },
    async step() {
      const isTime = performance.now() - looked > lookMs
      if (!isTime && (!search || !isThere)) return false
      try {
        if (isTime) {
          looked = performance.now()
          await look()
        }
        if (search) await turnPage(search)
        return search !== undefined
      } catch (error) {
        log.warn({ err: error }, "the queues cannot be asked")
        isThere = false
        return false
      }
    },
  }
}
