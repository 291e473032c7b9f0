import type { Client } from "pg"
import type { BenchWorld } from "./bench-world.ts"
import { readStatements, type Statement } from "./statements.ts"

/** What PostgreSQL was asked in a while, by connection and in order. */
export interface Trace {
  readonly statements: readonly Statement[]
}

const settings = { log_statement: "'all'", log_line_prefix: "'<%a|%p|%d> '", log_parameter_max_length: "-1" }
/** PostgreSQL reads its settings when its sessions come to it. */
const settleMs = 300

export async function openTrace(world: BenchWorld, owner: Client, run: () => Promise<unknown>): Promise<Trace> {
  const { rows } = await owner.query<{ name: string }>("select current_database() as name")
  try {
    for (const [name, value] of Object.entries(settings)) await owner.query(`alter system set ${name} = ${value}`)
    await reload(owner)
    const before = world.log().length
    await run()
    await pause(settleMs)
    const statements = readStatements(world.log().slice(before)).filter(({ database }) => database === rows[0]?.name)
    return { statements }
  } finally {
    for (const name of Object.keys(settings)) await owner.query(`alter system reset ${name}`)
    await reload(owner)
  }
}

async function reload(owner: Client): Promise<void> {
  await owner.query("select pg_reload_conf()")
  await pause(settleMs)
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
