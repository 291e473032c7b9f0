import { parseArgs } from "node:util"
import { keepReport } from "./keep-report.ts"
import { openTheatre } from "./oversell/open-players.ts"
import { type OversellReport, runOversell } from "./oversell/run-oversell.ts"
import { openRestartableServer } from "./restartable-server.ts"

const usage = "npm run prove oversell -- [--runs 1000] [--seed 1] [--minutes 600]"

/** Answers whether nothing was sold twice, nothing was lost, and all of it adds up. `--runs 1 --seed n` plays a run again. */
export async function proveOversell(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      runs: { type: "string", default: "1000" },
      seed: { type: "string", default: "1" },
      minutes: { type: "string", default: "600" },
    },
  })
  const [runs, seed, minutes] = [Number(values.runs), Number(values.seed), Number(values.minutes)]
  if (![runs, seed, minutes].every((value) => Number.isSafeInteger(value) && value > 0)) throw new Error(`Usage: ${usage}`)

  const began = performance.now()
  const server = await openRestartableServer()
  const theatre = await openTheatre({ ownerUrl: server.ownerUrl, restart: server.restart })
  const reports: OversellReport[] = []
  try {
    const { stage, players } = theatre
    for (let run = 0; run < runs && performance.now() - began < minutes * 60_000; run++) {
      const wish = { seed: seed + run, ownerUrl: server.ownerUrl, stage, players, mayRestart: true }
      const report = await runOversell(wish).catch((error: unknown) => {
        process.stdout.write(`✗ seed ${seed + run} could not be played to its end\n`)
        throw error
      })
      reports.push(report)
      tell(report)
      if ((run + 1) % 25 === 0)
        process.stdout.write(`… ${run + 1} runs, ${failedOf(reports).length} failed, ${secondsSince(began)} s\n`)
    }
  } finally {
    await theatre.close()
    await server.close()
  }
  const failed = failedOf(reports)
  const sum = (count: (report: OversellReport) => number) => reports.reduce((total, report) => total + count(report), 0)
  const struck = (kind: string) => reports.filter(({ plan }) => plan.disaster.startsWith(kind)).length
  const figures = {
    runs: reports.length,
    failed: failed.map((report) => report.seed),
    orders: sum(({ orders }) => orders),
    refusals: sum(({ refusals }) => refusals),
    busy: sum(({ busy }) => busy),
    oversold: sum(({ findings }) => findings.filter((sentence) => sentence.includes("OVERSOLD")).length),
    killed: struck("web") + struck("worker"),
    databaseRestarts: struck("database"),
    seconds: secondsSince(began),
  }
  keepReport("oversell", figures)
  process.stdout.write(`${JSON.stringify(figures)}\n`)
  return failed.length === 0 && reports.length > 0
}

const failedOf = (reports: readonly OversellReport[]) => reports.filter(({ findings }) => findings.length > 0)
const secondsSince = (began: number) => Math.round((performance.now() - began) / 1_000)

function tell({ seed, plan, findings }: OversellReport): void {
  if (findings.length === 0) return
  process.stdout.write(`✗ seed ${seed}: ${plan.name}, ${plan.disaster === "none" ? "no disaster" : `${plan.disaster} struck`}\n`)
  for (const sentence of findings.slice(0, 20)) process.stdout.write(`    ${sentence}\n`)
}
