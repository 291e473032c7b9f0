import { parseArgs } from "node:util"
import { keepReport } from "./keep-report.ts"
import { runMoneyProof } from "./money/run-money-proof.ts"
import { openProofServer } from "./proof-server.ts"

const usage = "npm run prove money -- [--payments 1000] [--seed 1] [--shoppers 12] [--kill-every 4]"

/** Answers whether every promise was kept. */
export async function proveMoney(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      payments: { type: "string", default: "1000" },
      seed: { type: "string", default: "1" },
      shoppers: { type: "string", default: "12" },
      "kill-every": { type: "string", default: "4" },
    },
  })
  const [payments, seed, shoppers, seconds] = [values.payments, values.seed, values.shoppers, values["kill-every"]].map(Number)
  const isWhole = [payments, seed, shoppers, seconds].every((value) => Number.isSafeInteger(value) && Number(value) > 0)
  if (!isWhole || !payments || !seed || !shoppers || !seconds) throw new Error(`Usage: ${usage}`)
  const server = await openProofServer()
  try {
    const report = await runMoneyProof({
      ...{ ownerUrl: await server.freshDatabase(), payments, seed, shoppers, killEveryMs: seconds * 1_000 },
      onProgress: (done, kills) => process.stdout.write(`… ${done} errands, ${kills} kills\n`),
    })
    for (const sentence of report.broken.slice(0, 50)) process.stdout.write(`✗ ${sentence}\n`)
    const { broken, charges, refunds, movements, postings, kills, outages } = report
    process.stdout.write(
      `${broken.length === 0 ? "✓" : "✗"} ${payments} errands, ${charges} charges, ${refunds} refunds, ${movements} movements, ${postings} postings, ` +
        `${kills} kills, ${outages} outages, ${broken.length} broken promises, ${report.seconds} s\n`,
    )
    keepReport("money", report)
    process.stdout.write(`${JSON.stringify(report)}\n`)
    return broken.length === 0
  } finally {
    await server.close()
  }
}
