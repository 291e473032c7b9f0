import { afterAll, beforeAll, expect, it } from "vitest"
import { killTrainers } from "#infra/prove/training/kill-trainers.ts"
import { repeatTrainings } from "#infra/prove/training/repeat-trainings.ts"
import { createDatabase, type TestDatabase } from "#tests/support/database.ts"
import { randomStream } from "#workers/training/tensors/random-stream.ts"

let database: TestDatabase
beforeAll(async () => {
  database = await createDatabase()
})
afterAll(() => database.drop())

it("a trainer that is killed, and a model that is cut short, leave the last whole model serving", {
  timeout: 180_000,
}, async () => {
  const report = await killTrainers({ ownerUrl: database.ownerUrl, rounds: 4, random: randomStream(2), visitors: 60 })
  expect(report.findings).toEqual([])
  expect(report.finished).toBeGreaterThan(0)
  expect(report.finished + report.killed).toBe(4)
  expect([report.spoilt, report.newestVersion > 0]).toEqual([1, true])
})

it("trainings in a row leave no tensor behind and come out the same", { timeout: 120_000 }, async () => {
  expect((await repeatTrainings(3)).findings).toEqual([])
})
