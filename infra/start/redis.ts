import { execFileSync, spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { freePort, isFree } from "./embedded/free-port.ts"
import { findProgram, installByApt } from "./programs.ts"

export interface TestRedis {
  readonly url: string
  stop(): Promise<void>
}

/** A Redis of the tests' own, in memory; or the sentence that says why there is none. */
export async function startRedis(mayInstall: boolean): Promise<TestRedis | string> {
  const find = () => findProgram("redis-server")
  const program = find() ?? (mayInstall && installByApt("redis-server") ? find() : undefined)
  if (program === undefined)
    return "there is no redis-server on this machine: install it (on Debian: apt-get install redis-server)"
  const folder = mkdtempSync(join(tmpdir(), "rialto-redis-"))
  const port = await freePort()
  const flags = [
    "--bind",
    "127.0.0.1",
    "--port",
    String(port),
    "--save",
    "",
    "--appendonly",
    "no",
    "--maxmemory-policy",
    "noeviction",
  ]
  const child = spawn(program, [...flags, "--dir", folder], { stdio: "ignore" })
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()))
  child.once("error", () => undefined)
  for (let waited = 0; waited < 10_000 && (await isFree(port)); waited += 50)
    await new Promise((resolve) => setTimeout(resolve, 50))
  const stop = async () => {
    child.kill("SIGTERM")
    await gone
    rmSync(folder, { recursive: true, force: true })
  }
  if (child.exitCode !== null)
    return `redis-server ended at once (${execFileSync(program, ["--version"], { encoding: "utf8" }).trim()})`
  return { url: `redis://127.0.0.1:${port}`, stop }
}
