import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { hashOf } from "./input-hash.ts"

let folder = ""
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rialto-hash-"))
  mkdirSync(join(folder, "deep"))
  writeFileSync(join(folder, "deep", "a.ts"), "1")
})
afterEach(() => rmSync(folder, { recursive: true }))

test("stays while nothing changes, whatever the dates", () => {
  const before = hashOf([folder])
  writeFileSync(join(folder, "deep", "a.ts"), "1")
  expect(hashOf([folder])).toBe(before)
})

test("follows contents, names and what is missing", () => {
  const seen = new Set([hashOf([folder])])
  writeFileSync(join(folder, "deep", "a.ts"), "2")
  seen.add(hashOf([folder]))
  renameSync(join(folder, "deep", "a.ts"), join(folder, "deep", "b.ts"))
  seen.add(hashOf([folder]))
  seen.add(hashOf([folder, join(folder, "no-such-file")]))
  expect(seen.size).toBe(4)
})

test("tests and generated files build nothing", () => {
  const before = hashOf([folder])
  writeFileSync(join(folder, "deep", "a.test.ts"), "x")
  mkdirSync(join(folder, "generated"))
  writeFileSync(join(folder, "generated", "client.ts"), "x")
  expect(hashOf([folder])).toBe(before)
})
