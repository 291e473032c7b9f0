import type { Opened } from "./call-off.ts"
import { findChromium } from "./chromium.ts"
import { say } from "./progress.ts"
import { startRedis } from "./redis.ts"
import { startTestDatabase } from "./test-database.ts"
import { makeTestFolder } from "./test-folder.ts"

export interface TestWorld {
  readonly folder: string
  /** What the tests find in their environment: RIALTO_TEST_OWNER_URL, …_FOLDER, and if there are such, …_REDIS_URL, …_CHROMIUM. */
  readonly env: Readonly<Record<string, string>>
}

/** Database, Redis and browser for one run of tests. What is missing is said here and skipped there. */
export async function openTestWorld(opened: Opened, mayInstall: boolean): Promise<TestWorld> {
  const folder = await makeTestFolder()
  opened.add(() => folder.remove())
  const postgres = await startTestDatabase(folder.postgres)
  opened.add(() => postgres.stop())
  const env: Record<string, string> = { RIALTO_TEST_OWNER_URL: postgres.ownerUrl("postgres"), RIALTO_TEST_FOLDER: folder.path }

  const redis = await startRedis(mayInstall)
  if (typeof redis === "string") say("-", "redis", `skipped: ${redis}`)
  else {
    opened.add(() => redis.stop())
    env["RIALTO_TEST_REDIS_URL"] = redis.url
    say("✓", "redis", "started")
  }
  const chromium = findChromium(mayInstall)
  if (typeof chromium === "string") say("-", "browser", `skipped: ${chromium}`)
  else {
    env["RIALTO_TEST_CHROMIUM"] = chromium.path
    say("✓", "browser", `found at ${chromium.path}`)
  }
  return { folder: folder.path, env }
}
