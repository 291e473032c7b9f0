import { build, generateClient } from "./build-steps.ts"
import { openedUntilCalledOff } from "./call-off.ts"
import { codeChecks, runCheck } from "./code-checks.ts"
import { PlainFailure } from "./embedded/plain-failure.ts"
import { say, seconds } from "./progress.ts"
import { add, type Tally } from "./tally.ts"
import { openTestWorld } from "./test-world.ts"
import { runVitest } from "./vitest-run.ts"

const sum: Tally = { passed: 0, failed: 0, skipped: 0, failures: [] }
const opened = openedUntilCalledOff(130)

/** Each is one line, and counts as one test. */
async function checkCode(): Promise<void> {
  for (const check of codeChecks) {
    const since = Date.now()
    const result = await runCheck(check)
    if (result === "missing") {
      say("-", check.name, "skipped: it is not installed")
      add(sum, { skipped: 1 })
      continue
    }
    say(result.passed ? "✓" : "✗", check.name, `${result.passed ? "clean" : "complaints"} after ${seconds(since)}`)
    if (!result.passed) process.stdout.write(`${result.said.split("\n").slice(0, 80).join("\n")}\n`)
    add(sum, result.passed ? { passed: 1 } : { failed: 1, failures: [check.name] })
  }
}

try {
  await generateClient()
  await checkCode()
  await build()
  const { folder, env } = await openTestWorld(opened, true)
  for (const projects of [["unit", "domain"], ["e2e"]]) add(sum, await runVitest(projects, env, folder))
} catch (error) {
  add(sum, { failed: 1 })
  const words = error instanceof PlainFailure ? error.message : String(error instanceof Error ? error.stack : error)
  if (!opened.isCalledOff()) process.stderr.write(`\n${words}\n`)
}
if (!opened.isCalledOff()) {
  await opened.closeAll()
  for (const failure of sum.failures) say("✗", "failed", failure)
  process.stdout.write(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped\n`)
  process.exit(sum.failed === 0 ? 0 : 1)
}
