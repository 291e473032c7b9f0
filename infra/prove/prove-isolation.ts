import { availableParallelism } from "node:os"
import { parseArgs } from "node:util"
import { keepReport } from "./keep-report.ts"
import type { ProofReport } from "./isolation/run-proof.ts"
import { runSlices } from "./isolation/run-slices.ts"
import { modes } from "./isolation/town.ts"
import { openProofServer } from "./proof-server.ts"

const usage =
  "npm run prove isolation -- [--ops 50000] [--seed 1] [--mode both|prisma|database|all] [--tenants 50] [--slices processes]"

/** Answers whether nothing was found. */
export async function proveIsolation(args: readonly string[]): Promise<boolean> {
  const { operations, seed, tenants, slices, chosen } = readWish(args)
  const server = await openProofServer()
  const reports: ProofReport[] = []
  try {
    for (const mode of chosen) {
      const since = performance.now()
      const onProgress = (done: number, breaches: number) => {
        const pace = Math.round((1_000 * done) / (performance.now() - since))
        process.stdout.write(`… ${mode.padEnd(9)} ${done} of ${operations} operations, ${breaches} breaches, ${pace}/s\n`)
      }
      const { freshDatabase } = server
      const report = await runSlices({ mode, operations, seed, tenants, slices, freshDatabase, onProgress })
      reports.push(report)
      tell(report)
    }
  } finally {
    await server.close()
  }
  keepReport("isolation", reports)
  process.stdout.write(`${JSON.stringify(reports)}\n`)
  return reports.every(({ breaches }) => breaches.length === 0)
}

function readWish(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ops: { type: "string", default: "50000" },
      seed: { type: "string", default: "1" },
      mode: { type: "string", default: "all" },
      tenants: { type: "string", default: "50" },
      slices: { type: "string", default: String(Math.min(4, availableParallelism())) },
    },
  })
  const [operations, seed, tenants] = [Number(values.ops), Number(values.seed), Number(values.tenants)]
  const slices = Number(values.slices)
  const chosen = modes.filter((mode) => values.mode === "all" || values.mode === mode)
  const isWhole = [operations, seed, tenants, slices].every((value) => Number.isSafeInteger(value) && value > 0)
  if (!isWhole || chosen.length === 0 || tenants < 2 || tenants > 60 || slices > 16) throw new Error(`Usage: ${usage}`)
  return { operations, seed, tenants, slices, chosen }
}

function tell({ mode, operations, tenants, pairs, censuses, locksProbed, breaches, seconds }: ProofReport): void {
  for (const breach of breaches) process.stdout.write(`✗ ${breach}\n`)
  const pace = Math.round(operations / seconds)
  process.stdout.write(
    `${breaches.length === 0 ? "✓" : "✗"} ${mode.padEnd(9)} ${operations} operations of ${tenants} tenants, ${pairs} pairs of operation and model, ` +
      `${censuses} censuses, ${locksProbed} looks at locks, ${breaches.length} breaches, ${seconds.toFixed(0)} s (${pace}/s)\n`,
  )
}
