import { openedUntilCalledOff } from "./call-off.ts"
import { PlainFailure } from "./embedded/plain-failure.ts"
import { openMarket } from "./market.ts"
import { readOptions } from "./options.ts"

const opened = openedUntilCalledOff(0)
try {
  const server = await openMarket(readOptions(process.argv.slice(2)), opened.add)
  const code = await server.gone
  throw new PlainFailure(`The server ended unexpectedly (${code ?? "by a signal"}); its log: .data/market/server.log`)
} catch (error) {
  if (!opened.isCalledOff()) {
    process.stderr.write(`\n${error instanceof PlainFailure ? error.message : describe(error)}\n`)
    await opened.closeAll()
    process.exit(1)
  }
}

function describe(error: unknown): string {
  return `Rialto could not start: ${error instanceof Error ? error.message : String(error)}`
}
