import { parseArgs } from "node:util"
import { keepReport } from "./keep-report.ts"
import { runOutbox } from "./outbox/run-outbox.ts"
import { openRestartableServer } from "./restartable-server.ts"
import { wholeNumbers } from "./whole-numbers.ts"

const usage = "npm run prove outbox -- [--runs 40] [--transactions 250] [--seed 1] [--lanes 6] [--embedded]"

/** Answers whether everything committed was handled, once, and nothing that was rolled back. `--transactions`: of one run. */
export async function proveOutbox(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      runs: { type: "string", default: "40" },
      transactions: { type: "string", default: "250" },
      seed: { type: "string", default: "1" },
      lanes: { type: "string", default: "6" },
      embedded: { type: "boolean", default: false },
    },
  })
  const { runs, transactions, seed, lanes } = wholeNumbers(values, usage)
  const server = await openRestartableServer()
  try {
    const report = await runOutbox({
      ...{ ownerUrl: server.ownerUrl, folder: server.folder, runs, transactions, seed, lanes, mayUseRedis: !values.embedded },
      crash: () => server.restart("immediate"),
      onRun: (run, kind, tookMs) =>
        process.stdout.write(`… run ${run} ${kind.padEnd(18)} all handled after ${(tookMs / 1_000).toFixed(1)} s\n`),
    })
    if (!report.withRedis) process.stdout.write("- redis       not used: the queues live in the database\n")
    for (const sentence of report.findings.slice(0, 50)) process.stdout.write(`✗ ${sentence}\n`)
    keepReport("outbox", report)
    const { findings, stood, undone, unknown, kills, strikes, mails, repeats, seconds } = report
    const struck = Object.values(strikes).reduce((sum, count) => sum + count, 0)
    process.stdout.write(
      `${findings.length === 0 ? "✓" : "✗"} outbox ${report.runs} runs (seed ${seed}), ${report.transactions} transactions, ${stood} committed, ` +
        `${undone} rolled back, ${unknown} cut off in doubt, ${struck} disasters, ${kills} workers killed, ${mails} mails, ${repeats} repeats: ` +
        `${findings.length} lost, doubled or never committed, ${seconds} s\n`,
    )
    return findings.length === 0
  } finally {
    await server.close()
  }
}
