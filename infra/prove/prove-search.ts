import { parseArgs } from "node:util"
import { keepReport } from "./keep-report.ts"
import { openProofServer } from "./proof-server.ts"
import { runSearchProof } from "./search/run-search-proof.ts"
import { wholeNumbers } from "./whole-numbers.ts"

const usage = "npm run prove search -- [--edits 2000] [--products 60] [--seed 1] [--kill-every 5]"
const mostMs = 2_000

/** Answers whether index and database were one in the end, nobody was shown what is another's, and changes were found in time. */
export async function proveSearch(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      edits: { type: "string", default: "2000" },
      products: { type: "string", default: "60" },
      seed: { type: "string", default: "1" },
      "kill-every": { type: "string", default: "5" },
    },
  })
  const { edits, products, seed, "kill-every": seconds } = wholeNumbers(values, usage)
  const server = await openProofServer()
  try {
    const report = await runSearchProof({
      ...{ ownerUrl: await server.freshDatabase(), edits, products, seed, killEveryMs: seconds * 1_000 },
    })
    const { findable, kills, searches, spoiled, repaired } = report
    const late = findable.p95 > mostMs ? [`a change is found after ${findable.p95} ms at p95, later than ${mostMs}`] : []
    const broken = [...report.broken, ...late]
    for (const sentence of broken.slice(0, 50)) process.stdout.write(`✗ ${sentence}\n`)
    process.stdout.write(
      `${broken.length === 0 ? "✓" : "✗"} search (seed ${seed}): ${edits} edits, ${kills} workers killed, ${searches} searches, ${spoiled} documents spoiled, ` +
        `${repaired} noticed; ${findable.count} changes found after p50 ${findable.p50}, p95 ${findable.p95}, at most ${findable.most} ms; ` +
        `${broken.length} broken promises, ${report.seconds} s\n`,
    )
    keepReport("search", { ...report, broken })
    return broken.length === 0
  } finally {
    await server.close()
  }
}
