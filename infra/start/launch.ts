import { endChildren } from "./child-run.ts"
import { PlainFailure } from "./embedded/plain-failure.ts"
import { openMarket } from "./market.ts"
import { readOptions } from "./options.ts"

const open: (() => Promise<void> | void)[] = []
let closing: Promise<void> | undefined

/** Closes all that was opened, the last first; once, however many ask. */
function closeAll(): Promise<void> {
  closing ??= (async () => {
    endChildren()
    for (let close = open.pop(); close !== undefined; close = open.pop()) await close()
  })()
  return closing
}

let calledOff = false
function callOff(): void {
  if (!calledOff) process.stdout.write("\nClosing …\n")
  calledOff = true
  void closeAll().then(() => process.exit(0))
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, callOff)
// npm passes a signal on to the shell between us, which dies of it and tells nobody.
const parent = process.ppid
if (process.env["npm_lifecycle_event"] === "start") setInterval(() => process.ppid !== parent && callOff(), 500).unref()

try {
  const server = await openMarket(readOptions(process.argv.slice(2)), (close) => {
    open.push(close)
    // Opened while everything else was being closed: close it, too.
    if (calledOff) void close()
  })
  const code = await server.gone
  if (!calledOff)
    throw new PlainFailure(`The server ended unexpectedly (${code ?? "by a signal"}); its log: .data/market/server.log`)
} catch (error) {
  if (!calledOff) {
    process.stderr.write(`\n${error instanceof PlainFailure ? error.message : describe(error)}\n`)
    await closeAll()
    process.exit(1)
  }
}

function describe(error: unknown): string {
  return `Rialto could not start: ${error instanceof Error ? error.message : String(error)}`
}
