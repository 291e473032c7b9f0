import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { runOutbox } from "#infra/prove/outbox/run-outbox.ts"
import { createDatabase, type TestDatabase } from "#tests/support/database.ts"

// The short form of `npm run prove outbox`: without crashes of the database, which others are using. Where there is no Redis, the queues live in it.
let database: TestDatabase
let folder: string
beforeAll(async () => {
  database = await createDatabase()
  folder = await mkdtemp(join(tmpdir(), "rialto-outbox-"))
})
afterAll(async () => {
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

it("does what was committed once, and nothing of what was rolled back, whoever dies", { timeout: 240_000 }, async () => {
  const wish = { ownerUrl: database.ownerUrl, folder, runs: 3, transactions: 60, seed: 1, lanes: 3, mayUseRedis: true }
  const report = await runOutbox(wish)
  expect(report.findings).toEqual([])
  expect(report.runs).toBe(3)
  expect(report.mails).toBeGreaterThan(30)
  expect(report.undone).toBeGreaterThan(30)
  expect(report.kills).toBeGreaterThan(0)
})
