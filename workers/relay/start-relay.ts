import { type OutboxLog, openOutboxLog } from "#prisma/outbox-log.ts"
import { createQueueWatch } from "./queue-watch.ts"
import { isTaken, mostPerRound, type RelayParts, relayRound } from "./relay-round.ts"

export interface Relay {
  /** Finishes the round that is under way. */
  close(): Promise<void>
}

const pollMs = 250
/** Between the starts of two rounds: a burst of commits goes in few large rounds, and the first of them still at once. */
const paceMs = 30
const standbyMs = 1_000
const recoverMs = 1_000

/** Carries the outbox on while this process leads; stands by otherwise; opens a new connection when one breaks. */
export function startRelay(databaseUrl: string, parts: RelayParts): Relay {
  let isStopping = false
  let current: OutboxLog | undefined
  let rest = () => {}
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, isStopping ? 0 : Math.max(0, ms))
      rest = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  async function lead(outbox: OutboxLog): Promise<void> {
    while (!isStopping && !(await outbox.takeLead())) await pause(standbyMs)
    const queues = createQueueWatch(outbox.jobs, parts)
    // Whoever led before may have marked what it could not tell any more.
    let isOwed = true
    while (!isStopping) {
      const started = performance.now()
      const { moved, isTold, isQueued } = await relayRound(outbox, parts, queues.isThere())
      if (!isQueued) queues.missed()
      if (!isTold) isOwed = true
      else if (isOwed) isOwed = !(await isTaken(parts.bus.alarm(), parts.log, "the live bus cannot be reached"))
      if ((await queues.step()) || moved === mostPerRound) continue
      if (moved > 0) await pause(paceMs - (performance.now() - started))
      if (!isStopping) await outbox.woken(pollMs)
    }
  }

  async function run(): Promise<void> {
    while (!isStopping) {
      try {
        current = await openOutboxLog(databaseUrl)
        await lead(current)
      } catch (error) {
        if (!isStopping) parts.log.warn({ err: error }, "the relay lost its footing and starts again")
      }
      await current?.close().catch(() => undefined)
      current = undefined
      if (!isStopping) await pause(recoverMs)
    }
  }

  const running = run()
  return {
    async close() {
      isStopping = true
      rest()
      await running
    },
  }
}
