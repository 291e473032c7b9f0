import { existsSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { prismaMutants } from "#infra/prove/mutants/prisma-mutants.ts"
import { serverMutants } from "#infra/prove/mutants/server-mutants.ts"
import { sqlMutants } from "#infra/prove/mutants/sql-mutants.ts"

// The short form of `npm run prove isolation-mutants`: the mistakes can still be made, and somebody would have to notice.
const code = [...prismaMutants, ...serverMutants]

test("there are many, each with a name of its own", () => {
  const names = [...code, ...sqlMutants].map(({ name }) => name)
  expect(names.length).toBeGreaterThan(80)
  expect(new Set(names).size).toBe(names.length)
})

test.each(code)("$name", ({ file, from, to, tests }) => {
  expect(readFileSync(file, "utf8").split(from)).toHaveLength(2)
  expect(to).not.toBe(from)
  expect(tests.filter((path) => !existsSync(path))).toEqual([])
})
