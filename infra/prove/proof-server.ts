import { Client } from "pg"
import { openedUntilCalledOff } from "#infra/start/call-off.ts"
import { startTestDatabase } from "#infra/start/test-database.ts"
import { makeTestFolder } from "#infra/start/test-folder.ts"

export interface ProofServer {
  /** A database of its own, migrated and empty. Gives its owner's URL; ends with the server. */
  freshDatabase(): Promise<string>
  ownerUrl(database: string): string
  readonly folder: string
  close(): Promise<void>
}

/** A PostgreSQL for one proof, with nothing in it that anybody would miss. */
export async function openProofServer(): Promise<ProofServer> {
  const opened = openedUntilCalledOff(130)
  const folder = await makeTestFolder()
  opened.add(() => folder.remove())
  const postgres = await startTestDatabase(folder.postgres)
  opened.add(() => postgres.stop())
  let count = 0
  return {
    folder: folder.path,
    ownerUrl: postgres.ownerUrl,
    async freshDatabase() {
      const name = `t_proof_${++count}`
      const owner = new Client({ connectionString: postgres.ownerUrl("postgres") })
      await owner.connect()
      await owner.query(`create database ${name} template rialto_template`)
      await owner.end()
      return postgres.nearUrl(name)
    },
    close: () => opened.closeAll(),
  }
}
