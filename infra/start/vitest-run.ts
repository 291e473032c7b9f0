import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { track } from "./child-run.ts"
import { readTally, type Tally } from "./tally.ts"

/** Vitest with its own output on the terminal; gives its exit code. */
export function vitest(args: readonly string[], env: Readonly<Record<string, string>>): Promise<number> {
  const command = ["node_modules/vitest/vitest.mjs", "run", "--config", "infra/checks/vitest.config.ts", ...args]
  const child = track(spawn(process.execPath, command, { env: { ...process.env, ...env }, stdio: "inherit" }))
  return new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)))
}

/** Counts what some projects come to. A crash without a report counts as one failure. */
export async function runVitest(
  projects: readonly string[],
  env: Readonly<Record<string, string>>,
  folder: string,
): Promise<Tally> {
  const report = join(folder, `${projects.join("-")}.json`)
  const named = projects.flatMap((name) => ["--project", name])
  const output = ["--passWithNoTests", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`]
  const code = await vitest([...named, ...output], env)
  const crash = { failed: 1, failures: [`${projects.join(", ")}: vitest ended with ${code}, see above`] }
  const none = { passed: 0, failed: 0, skipped: 0, failures: [] }
  if (!existsSync(report)) return code === 0 ? none : { ...none, ...crash }
  const tally = readTally(report)
  return code !== 0 && tally.failed === 0 ? { ...tally, ...crash } : tally
}
