import { afterAll, beforeAll, expect, it } from "vitest"
import { runSearchProof } from "#infra/prove/search/run-search-proof.ts"
import { createDatabase, type TestDatabase } from "#tests/support/database.ts"

// The short form of `npm run prove search`.
let database: TestDatabase
beforeAll(async () => {
  database = await createDatabase()
})
afterAll(() => database.drop())

it("index and database are one after edits, kills and drift, and nobody is shown another's", { timeout: 400_000 }, async () => {
  const { ownerUrl } = database
  const report = await runSearchProof({ ownerUrl, edits: 60, products: 6, seed: 7, killEveryMs: 2_000 })
  expect(report.broken).toEqual([])
  expect(report.findable.count + report.kills).toBeGreaterThan(0)
  expect(report.searches).toBeGreaterThan(0)
  expect([report.spoiled > 0, report.repaired]).toEqual([true, report.spoiled])
})
