import { setTimeout as pause } from "node:timers/promises"
import { openedUntilCalledOff } from "#infra/start/call-off.ts"
import { type EmbeddedPostgres, startEmbeddedPostgres } from "#infra/start/embedded/embedded-postgres.ts"
import { makeTestFolder } from "#infra/start/test-folder.ts"
import { migrate } from "#prisma/migrate.ts"

export interface RestartableServer {
  /** Migrated and empty. */
  readonly ownerUrl: string
  readonly pid: number
  /** Ends with the server. */
  readonly folder: string
  /** On the same port. `immediate`: as if it had been killed; it recovers from its log. */
  restart(how: "fast" | "immediate"): Promise<void>
  close(): Promise<void>
}

/** A PostgreSQL that waits for the disk, as a shop's does, with one database: to be stopped in the middle. */
export async function openRestartableServer(): Promise<RestartableServer> {
  const opened = openedUntilCalledOff(130)
  const folder = await makeTestFolder()
  opened.add(() => folder.remove())
  let postgres: EmbeddedPostgres = await startEmbeddedPostgres({ dataDir: folder.postgres })
  opened.add(() => postgres.stop())
  const ownerUrl = postgres.ownerUrl("proof")
  const { port } = postgres
  await migrate(ownerUrl)
  return {
    ownerUrl,
    folder: folder.path,
    get pid() {
      return postgres.pid
    },
    async restart(how) {
      if (how === "immediate") await quit(postgres.pid)
      else await postgres.stop()
      postgres = await startEmbeddedPostgres({ dataDir: folder.postgres, port })
    },
    close: () => opened.closeAll(),
  }
}

async function quit(pid: number): Promise<void> {
  process.kill(pid, "SIGQUIT")
  for (let waited = 0; waited < 10_000; waited += 20) {
    try {
      process.kill(pid, 0)
    } catch {
      return
    }
    await pause(20)
  }
}
