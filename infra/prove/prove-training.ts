import { parseArgs } from "node:util"
import { randomStream } from "#workers/training/tensors/random-stream.ts"
import { keepReport } from "./keep-report.ts"
import { openProofServer } from "./proof-server.ts"
import { killTrainers } from "./training/kill-trainers.ts"
import { repeatTrainings } from "./training/repeat-trainings.ts"

/** Usage: npm run prove training -- [--kills 20] [--trainings 50] [--seed 1]. Answers whether nothing was found. */
export async function proveTraining(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      kills: { type: "string", default: "20" },
      trainings: { type: "string", default: "50" },
      seed: { type: "string", default: "1" },
    },
  })
  const say = (line: string) => process.stdout.write(`${line}\n`)
  const server = await openProofServer()
  try {
    const ownerUrl = await server.freshDatabase()
    const random = randomStream(Number(values.seed))
    const onRound = (round: number, told: string) => say(`… training ${round + 1}: ${told}`)
    const killed = await killTrainers({ ownerUrl, rounds: Number(values.kills), random, visitors: 300, onRound })
    const repeated = await repeatTrainings(
      Number(values.trainings),
      (done) => void (done % 10 === 0 && say(`… ${done} trainings in one process`)),
    )
    for (const finding of [...killed.findings, ...repeated.findings]) say(`✗ ${finding}`)
    say(
      `${killed.findings.length === 0 ? "✓" : "✗"} ${killed.killed} trainers killed, ${killed.finished} finished, ${killed.spoilt} models cut short, ${killed.reads} looks, version ${killed.newestVersion} serves`,
    )
    say(
      `${repeated.findings.length === 0 ? "✓" : "✗"} ${repeated.trainings} trainings in one process: ${Math.round(repeated.settledMb)} MB after a fifth, ${Math.round(repeated.endMb)} MB at the end, all equal to the bit`,
    )
    keepReport("training", { killed, repeated })
    return killed.findings.length + repeated.findings.length === 0
  } finally {
    await server.close()
  }
}
