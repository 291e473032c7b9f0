import { mkdirSync, writeFileSync } from "node:fs"
import { parseArgs } from "node:util"
import { modes } from "./isolation/town.ts"
import { runProof } from "./isolation/run-proof.ts"
import { openProofServer } from "./proof-server.ts"

const usage = "npm run prove isolation -- [--ops 50000] [--seed 1] [--mode both|prisma|database|all] [--tenants 50]"

/** Answers whether nothing was found. */
export async function proveIsolation(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ops: { type: "string", default: "50000" },
      seed: { type: "string", default: "1" },
      mode: { type: "string", default: "all" },
      tenants: { type: "string", default: "50" },
    },
  })
  const [operations, seed, tenants] = [Number(values.ops), Number(values.seed), Number(values.tenants)]
  const chosen = modes.filter((mode) => values.mode === "all" || values.mode === mode)
  const isWhole = [operations, seed, tenants].every((value) => Number.isSafeInteger(value) && value > 0)
  if (!isWhole || chosen.length === 0 || tenants < 2 || tenants > 60) throw new Error(`Usage: ${usage}`)

  const server = await openProofServer()
  const reports = []
  try {
    for (const mode of chosen) {
      const onProgress = (done: number, breaches: number) =>
        process.stdout.write(`… ${mode.padEnd(9)} ${done} operations, ${breaches} breaches\n`)
      const report = await runProof({ ownerUrl: await server.freshDatabase(), mode, operations, seed, tenants, onProgress })
      reports.push(report)
      for (const breach of report.breaches) process.stdout.write(`✗ ${breach}\n`)
      const pace = Math.round(report.operations / report.seconds)
      process.stdout.write(
        `${report.breaches.length === 0 ? "✓" : "✗"} ${mode.padEnd(9)} ${report.operations} operations of ${tenants} tenants, ${report.pairs} pairs of operation and model, ` +
          `${report.censuses} censuses, ${report.locksProbed} looks at locks, ${report.breaches.length} breaches, ${report.seconds.toFixed(0)} s (${pace}/s)\n`,
      )
    }
  } finally {
    await server.close()
  }
  mkdirSync(".data/prove", { recursive: true })
  writeFileSync(".data/prove/isolation.json", JSON.stringify(reports))
  process.stdout.write(`${JSON.stringify(reports)}\n`)
  return reports.every(({ breaches }) => breaches.length === 0)
}
