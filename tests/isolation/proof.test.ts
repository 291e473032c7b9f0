import { afterAll, beforeAll, expect, test } from "vitest"
import { modes } from "#infra/prove/isolation/town.ts"
import { runProof } from "#infra/prove/isolation/run-proof.ts"
import { createDatabase, type TestDatabase } from "#tests/support/database.ts"

// The short form of `npm run prove isolation`: every operation meets every model at least once.
const databases: TestDatabase[] = []
beforeAll(async () => {
  for (const _ of modes) databases.push(await createDatabase())
})
afterAll(() => Promise.all(databases.map((database) => database.drop())))

test.each(modes.map((mode, index) => ({ mode, index })))(
  "nothing leaks with $mode",
  async ({ mode, index }) => {
    const ownerUrl = databases[index]?.ownerUrl ?? ""
    const report = await runProof({ ownerUrl, mode, operations: 1_000, seed: 7, tenants: 10 })
    expect(report.breaches).toEqual([])
    expect(report.operations).toBe(1_000)
    expect(report.pairs).toBeGreaterThan(600)
  },
  240_000,
)
