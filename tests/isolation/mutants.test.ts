import { existsSync, readFileSync } from "node:fs"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { catalogueComplaints } from "#infra/prove/isolation/catalogue.ts"
import { codeMutants } from "#infra/prove/mutants/code-mutants.ts"
import { copySource, runCodeMutant } from "#infra/prove/mutants/run-mutants.ts"
import { sqlMutants } from "#infra/prove/mutants/sql-mutants.ts"
import { statementMutants } from "#infra/prove/mutants/statement-mutants.ts"
import { createDatabase, type TestDatabase } from "#tests/support/database.ts"

// The short form of `npm run prove isolation-mutants`.

it("there are many, each with a name of its own", () => {
  const names = [...codeMutants, ...sqlMutants].map(({ name }) => name)
  expect(names.length).toBeGreaterThan(80)
  expect(new Set(names).size).toBe(names.length)
})

describe("a mistake in the source", () => {
  it.each(codeMutants)("can be made, and somebody would look: $name", ({ file, from, to, tests }) => {
    expect(readFileSync(file, "utf8").split(from)).toHaveLength(2)
    expect(to).not.toBe(from)
    expect(tests.filter((path) => !existsSync(path))).toEqual([])
  })

  it("is noticed: every fourth of those that take no database", async () => {
    const folder = await mkdtemp(join(tmpdir(), "rialto-mutants-"))
    try {
      const copy = copySource(folder)
      const quick = statementMutants.filter(({ tests }) => tests.every((path) => path.startsWith("prisma/")))
      for (const mutant of quick.filter((_, place) => place % 4 === 0)) {
        const { caughtBy } = await runCodeMutant({ folder }, copy, mutant)
        expect(caughtBy, mutant.name).toMatch(/statement-fence\.test\.ts > /)
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }, 120_000)
})

describe("a mistake in the database", () => {
  let database: TestDatabase
  let owner: pg.Client
  beforeAll(async () => {
    database = await createDatabase()
    owner = new pg.Client({ connectionString: database.ownerUrl })
    await owner.connect()
  })
  afterAll(async () => {
    await owner.end()
    await database.drop()
  })
  beforeEach(() => owner.query("begin"))
  afterEach(() => owner.query("rollback"))

  it.each(sqlMutants)("is noticed by the catalogue: $name", async ({ sql }) => {
    await owner.query(sql)
    expect(await catalogueComplaints(owner)).not.toEqual([])
  })
})
