import { afterAll, beforeAll, expect, it } from "vitest"
import { openTheatre, type Theatre } from "#infra/prove/oversell/open-players.ts"
import { runOversell } from "#infra/prove/oversell/run-oversell.ts"
import { createDatabase, type TestDatabase } from "#tests/support/database.ts"

// The short form of `npm run prove oversell`: without restarts of the database, which others are using.
let database: TestDatabase
let theatre: Theatre
beforeAll(async () => {
  database = await createDatabase()
  theatre = await openTheatre({ ownerUrl: database.ownerUrl })
})
afterAll(async () => {
  await theatre.close()
  await database.drop()
})

// One of each scenario; in the last two a web process and a worker are killed.
it.each([7, 8, 18, 6, 1, 30, 20, 15])("sells nothing twice and loses nothing, seed %i", { timeout: 300_000 }, async (seed) => {
  const { stage, players } = theatre
  const report = await runOversell({ seed, ownerUrl: database.ownerUrl, stage, players, mayRestart: false })
  expect(report.findings).toEqual([])
  expect(report.orders).toBeGreaterThan(0)
})
