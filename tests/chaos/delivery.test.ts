import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { runDelivery } from "#infra/prove/delivery/run-delivery.ts"
import { createDatabase, type TestDatabase } from "#tests/support/database.ts"

// The short form of `npm run prove delivery`: with Redis two web nodes and a worker, without it all of that in one process. It needs a build.
let database: TestDatabase
let folder: string
beforeAll(async () => {
  database = await createDatabase()
  folder = await mkdtemp(join(tmpdir(), "rialto-delivery-"))
})
afterAll(async () => {
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

it("tells every open page everything, once and in order, whatever breaks", { timeout: 240_000 }, async () => {
  const report = await runDelivery({ ownerUrl: database.ownerUrl, folder, runs: 6, seed: 1, clients: 20, dropMs: 700 })
  expect(report.broken).toEqual([])
  expect(report.runs).toBe(6)
  expect(report.frames).toBeGreaterThan(report.clients)
})
