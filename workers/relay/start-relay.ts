import { type OutboxLog, openOutboxLog } from "#prisma/outbox-log.ts"
import { mostPerRound, type RelayParts, relayRound } from "./relay-round.ts"

export interface Relay {
  /** Finishes the round that is under way. */
  close(): Promise<void>
}

const pollMs = 250
const standbyMs = 1_000
const recoverMs = 1_000

/** Carries the outbox on while this process leads; stands by otherwise; opens a new connection when one breaks. */
export function startRelay(databaseUrl: string, parts: RelayParts): Relay {
  let isStopping = false
  let current: OutboxLog | undefined
  let rest = () => {}
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, isStopping ? 0 : ms)
      rest = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  async function lead(outbox: OutboxLog): Promise<void> {
    while (!isStopping && !(await outbox.takeLead())) await pause(standbyMs)
    while (!isStopping) {
      const moved = await relayRound(outbox, parts)
      if (moved < mostPerRound && !isStopping) await outbox.woken(pollMs)
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
