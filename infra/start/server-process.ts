import { spawn } from "node:child_process"
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs"
import { dirname } from "node:path"
import { PlainFailure } from "./embedded/plain-failure.ts"

export interface ServerWish {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly log: string
  readonly script?: string
}

export interface ServerProcess {
  readonly pid: number
  /** Resolves when it is gone, however that came: its exit code, or null after a signal. */
  readonly gone: Promise<number | null>
  /** Lets it finish what it is doing; after `patienceMs` it is killed. Repeating is harmless. */
  stop(patienceMs?: number): Promise<void>
}

/** Starts the built server and waits until it says that it is ready. It never outlives this process. */
export function startServer({ env, log, script = "build/server/index.js" }: ServerWish): Promise<ServerProcess> {
  mkdirSync(dirname(log), { recursive: true })
  const file = openSync(log, "a")
  // Detached, so that Ctrl-C reaches it once, from us, and not from the terminal as well.
  const child = spawn(process.execPath, ["--enable-source-maps", "--import", "./infra/start/follow-parent.mjs", script], {
    env: { ...process.env, ...env },
    detached: true,
    stdio: ["ignore", file, file, "ipc"],
  })
  closeSync(file)
  const gone = new Promise<number | null>((resolve) => child.once("exit", resolve))
  const isGone = () => child.exitCode !== null || child.signalCode !== null

  const stop = async (patienceMs = 12_000) => {
    if (isGone()) return
    child.kill("SIGTERM")
    const timer = setTimeout(() => child.kill("SIGKILL"), patienceMs)
    await gone
    clearTimeout(timer)
  }
  return new Promise((resolve, reject) => {
    const tooLate = setTimeout(() => {
      child.kill("SIGKILL")
      reject(new PlainFailure(`The server was not ready after 60 s (its log: ${log}).`))
    }, 60_000)
    child.once("error", reject)
    child.once("message", () => {
      clearTimeout(tooLate)
      resolve({ pid: child.pid ?? 0, gone, stop })
    })
    gone.then((code) => {
      clearTimeout(tooLate)
      reject(
        new PlainFailure(
          `The server ended before it was ready (${code ?? "by a signal"}). The end of its log, ${log}:\n${tail(log)}`,
        ),
      )
    })
  })
}

export function tail(log: string): string {
  return readFileSync(log, "utf8").trim().split("\n").slice(-12).join("\n")
}
