import { Client } from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { migrate, schemaDrift } from "#prisma/migrate.ts"
import { createDatabase, type TestDatabase } from "#tests/support/database.ts"

let database: TestDatabase
beforeAll(async () => {
  database = await createDatabase()
})
afterAll(() => database.drop())

test("the migrations make what the Prisma schema says", async () => {
  expect(await schemaDrift(database.ownerUrl)).toBe("")
})

test("migrating again changes nothing", async () => {
  expect(await migrate(database.ownerUrl)).toEqual({ applied: [], policiesApplied: false })
})

test("a lost column is noticed", async () => {
  const owner = new Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query("alter table category drop column position")
  await owner.end()
  expect(await schemaDrift(database.ownerUrl)).toContain('ADD COLUMN     "position"')
})
