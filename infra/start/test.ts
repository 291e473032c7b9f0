import { build, generateClient } from "./build-steps.ts"
import { endChildren } from "./child-run.ts"
import { findChromium } from "./chromium.ts"
import { codeChecks, runCheck } from "./code-checks.ts"
import { PlainFailure } from "./embedded/plain-failure.ts"
import { say, seconds } from "./progress.ts"
import { startRedis } from "./redis.ts"
import { add, type Tally } from "./tally.ts"
import { startTestDatabase } from "./test-database.ts"
import { makeTestFolder } from "./test-folder.ts"
import { runVitest } from "./vitest-run.ts"

const sum: Tally = { passed: 0, failed: 0, skipped: 0 }
const open: (() => Promise<void> | void)[] = []
let closing: Promise<void> | undefined

const folder = makeTestFolder()
open.push(() => folder.remove())

function closeAll(): Promise<void> {
  closing ??= (async () => {
    endChildren()
    for (let close = open.pop(); close !== undefined; close = open.pop()) await close()
  })()
  return closing
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => void closeAll().then(() => process.exit(130)))
}

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
    add(sum, result.passed ? { passed: 1 } : { failed: 1 })
  }
}

/** What the tests find in their environment. What is missing is said here and skipped there. */
async function openWorld(): Promise<Record<string, string>> {
  const postgres = await startTestDatabase(folder.postgres)
  open.push(() => postgres.stop())
  const env: Record<string, string> = { RIALTO_TEST_OWNER_URL: postgres.ownerUrl("postgres"), RIALTO_TEST_FOLDER: folder.path }

  const redis = await startRedis()
  if (typeof redis === "string") say("-", "redis", `skipped: ${redis}`)
  else {
    open.push(() => redis.stop())
    env["RIALTO_TEST_REDIS_URL"] = redis.url
    say("✓", "redis", "started")
  }
  const chromium = findChromium()
  if (typeof chromium === "string") say("-", "browser", `skipped: ${chromium}`)
  else {
    env["RIALTO_TEST_CHROMIUM"] = chromium.path
    say("✓", "browser", `found at ${chromium.path}`)
  }
  return env
}

try {
  await generateClient()
  await checkCode()
  await build()
  const env = await openWorld()
  for (const projects of [["unit", "domain"], ["e2e"]]) add(sum, await runVitest(projects, env, folder.path))
} catch (error) {
  add(sum, { failed: 1 })
  process.stderr.write(
    `\n${error instanceof PlainFailure ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  )
}
if (closing === undefined) {
  await closeAll()
  process.stdout.write(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped\n`)
  process.exit(sum.failed === 0 ? 0 : 1)
}
