import { parseArgs } from "node:util"
import { build } from "#infra/start/build-steps.ts"
import { runDelivery } from "./delivery/run-delivery.ts"
import { keepReport } from "./keep-report.ts"
import { openProofServer } from "./proof-server.ts"
import { wholeNumbers } from "./whole-numbers.ts"

const usage = "npm run prove delivery -- [--runs 60] [--seed 1] [--clients 200] [--drop 2000] [--embedded]"

/** Answers whether every page held everything, in order, once. */
export async function proveDelivery(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      runs: { type: "string", default: "60" },
      seed: { type: "string", default: "1" },
      clients: { type: "string", default: "200" },
      drop: { type: "string", default: "2000" },
      embedded: { type: "boolean", default: false },
    },
  })
  const { runs, seed, clients, drop } = wholeNumbers(values, usage)
  await build()
  const server = await openProofServer()
  try {
    const report = await runDelivery({
      ...{ ownerUrl: await server.freshDatabase(), folder: server.folder, runs, seed, clients, dropMs: drop },
      mayUseRedis: !values.embedded,
      onRun: (run, trouble, tookMs) =>
        process.stdout.write(`… run ${run} ${trouble.padEnd(14)} caught up after ${(tookMs / 1_000).toFixed(1)} s\n`),
    })
    if (!report.withRedis) process.stdout.write("- redis       not used: the embedded form, one process\n")
    for (const sentence of report.broken.slice(0, 50)) process.stdout.write(`✗ ${sentence}\n`)
    keepReport("delivery", report)
    const { broken, events, frames, connections, resets, kills, seconds } = report
    process.stdout.write(
      `${broken.length === 0 ? "✓" : "✗"} delivery ${report.runs} runs (seed ${seed}), ${clients} clients, ${events} events, ${frames} frames, ` +
        `${connections} connections, ${resets} resets, ${kills} kills: ${broken.length} lost, doubled, out of turn or foreign, ${seconds} s\n`,
    )
    return broken.length === 0
  } finally {
    await server.close()
  }
}
