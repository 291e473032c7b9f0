import { existsSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { codeMutants } from "#infra/prove/mutants/code-mutants.ts"
import { sqlMutants } from "#infra/prove/mutants/sql-mutants.ts"

// The short form of `npm run prove isolation-mutants`: the mistakes can still be made, and somebody would have to notice.

test("there are many, each with a name of its own", () => {
  const names = [...codeMutants, ...sqlMutants].map(({ name }) => name)
  expect(names.length).toBeGreaterThan(80)
  expect(new Set(names).size).toBe(names.length)
})

test.each(codeMutants)("$name", ({ file, from, to, tests }) => {
  expect(readFileSync(file, "utf8").split(from)).toHaveLength(2)
  expect(to).not.toBe(from)
  expect(tests.filter((path) => !existsSync(path))).toEqual([])
})
