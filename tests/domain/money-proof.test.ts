import { afterAll, beforeAll, expect, it } from "vitest"
import { runMoneyProof } from "#infra/prove/money/run-money-proof.ts"
import { createDatabase, type TestDatabase } from "#tests/support/database.ts"

// The short form of `npm run prove money`.
let database: TestDatabase
beforeAll(async () => {
  database = await createDatabase()
})
afterAll(() => database.drop())

it("keeps every promise about money through lost replies, an outage and kills", { timeout: 400_000 }, async () => {
  const { ownerUrl } = database
  const report = await runMoneyProof({ ownerUrl, payments: 24, seed: 7, shoppers: 6, killEveryMs: 5_000 })
  expect(report.broken).toEqual([])
  expect(report.charges).toBeGreaterThan(12)
  expect(report.movements).toBe(report.charges + report.refunds)
})
