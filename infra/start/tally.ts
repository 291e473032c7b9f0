import { readFileSync } from "node:fs"
import { relative } from "node:path"
import { z } from "zod"

/** What a run comes to. */
export interface Tally {
  passed: number
  failed: number
  skipped: number
  /** What failed, a line each. */
  failures: string[]
}

const report = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
})

/** Counts of vitest's report. A file that could not be loaded has no test to fail: it counts as one failure. */
export function readTally(path: string): Tally {
  const said = report.parse(JSON.parse(readFileSync(path, "utf8")))
  const broken = said.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0)
  const failed = said.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === "failed")
      .map(({ fullName, failureMessages }) => `${relative(".", name)} > ${fullName}: ${firstLine(failureMessages?.[0])}`),
  )
  return {
    passed: said.numPassedTests,
    failed: said.numFailedTests + broken.length,
    skipped: said.numPendingTests + said.numTodoTests,
    failures: [...failed, ...broken.map(({ name, message }) => `${relative(".", name)}: ${firstLine(message)}`)],
  }
}

const firstLine = (words = "") => words.split("\n", 1)[0] ?? ""

export function add(sum: Tally, more: Partial<Tally>): void {
  sum.passed += more.passed ?? 0
  sum.failed += more.failed ?? 0
  sum.skipped += more.skipped ?? 0
  sum.failures.push(...(more.failures ?? []))
}
