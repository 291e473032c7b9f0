import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { track } from "./child-run.ts"
import { readTally, type Tally } from "./tally.ts"

export const vitestArgs = ["node_modules/vitest/vitest.mjs", "run", "--config", "infra/checks/vitest.config.ts"]

/** Runs some projects with vitest's own output on the terminal. A crash without a report counts as one failure. */
export async function runVitest(projects: readonly string[], env: Record<string, string>, folder: string): Promise<Tally> {
  const report = join(folder, `${projects.join("-")}.json`)
  const named = projects.flatMap((name) => ["--project", name])
  const output = ["--passWithNoTests", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`]
  const child = track(
    spawn(process.execPath, [...vitestArgs, ...named, ...output], { env: { ...process.env, ...env }, stdio: "inherit" }),
  )
  const code = await new Promise<number>((resolve) => child.once("exit", (exit) => resolve(exit ?? 1)))
  if (!existsSync(report)) return { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 }
  const tally = readTally(report)
  return { ...tally, failed: code !== 0 && tally.failed === 0 ? 1 : tally.failed }
}
