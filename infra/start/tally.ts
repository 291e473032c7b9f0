import { readFileSync } from "node:fs"
import { z } from "zod"

/** What a run comes to. */
export interface Tally {
  passed: number
  failed: number
  skipped: number
}

const report = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ name: z.string(), status: z.string(), assertionResults: z.array(z.unknown()) })),
})

/** Counts of vitest's report. A file that could not be loaded has no test to fail: it counts as one failure. */
export function readTally(path: string): Tally {
  const said = report.parse(JSON.parse(readFileSync(path, "utf8")))
  const broken = said.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length
  return { passed: said.numPassedTests, failed: said.numFailedTests + broken, skipped: said.numPendingTests + said.numTodoTests }
}

export function add(sum: Tally, more: Partial<Tally>): void {
  sum.passed += more.passed ?? 0
  sum.failed += more.failed ?? 0
  sum.skipped += more.skipped ?? 0
}
