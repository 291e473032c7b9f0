import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { commandOf, isServing, readPostmaster } from "./postmaster.ts"

let cluster = ""
beforeEach(() => {
  cluster = mkdtempSync(join(tmpdir(), "rialto-cluster-"))
})
afterEach(() => rmSync(cluster, { recursive: true }))

const write = (state: string) =>
  writeFileSync(join(cluster, "postmaster.pid"), `${process.pid}\n${cluster}\n1700000000\n5433\n\n127.0.0.1\n  1 2\n${state}\n`)

test("no file, no server", () => {
  expect(readPostmaster(cluster)).toBeUndefined()
})

test("a server on its way up is not ready yet", () => {
  write("starting")
  expect(readPostmaster(cluster)).toEqual({ pid: process.pid, port: 5433, ready: false })
  write("ready   ")
  expect(readPostmaster(cluster)?.ready).toBe(true)
})

test("another process that got the dead one's number is not the server", () => {
  write("ready   ")
  expect(commandOf(process.pid)).not.toBe("")
  expect(isServing(cluster, { pid: process.pid, port: 5433, ready: true })).toBe(false)
})
