import type { PlatformTables } from "#prisma/platform.ts"
import type { PlatformUses } from "#server/context/platform-uses.ts"
import { type Clock, minutes } from "#server/kernel/clock.ts"
import type { Log } from "#server/kernel/log.ts"

export interface AuditorParts {
  readonly tables: PlatformTables
  readonly uses: PlatformUses
  readonly clock: Clock
  readonly log: Log
}

/** Writes down every few minutes, and at the end, how the platform's role was used. A process that is killed takes with it what it had not written. */
export function startAuditor({ tables, uses, clock, log }: AuditorParts): { close(): Promise<void> } {
  const write = () =>
    uses
      .write(tables, clock.now())
      .catch((err: unknown) => log.warn({ err }, "uses of the platform's role could not be written down"))
  const timer = setInterval(() => void write(), minutes(5))
  return {
    async close() {
      clearInterval(timer)
      await write()
    },
  }
}
