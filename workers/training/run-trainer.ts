import { type ChildProcess, spawn } from "node:child_process"
import { setPriority } from "node:os"
import { resolve } from "node:path"
import { minutes } from "#server/kernel/clock.ts"

const mostMs = minutes(15)
/** Behind everything that somebody waits for. */
const patience = 15

const running = new Set<ChildProcess>()
let isStopping = false
/** One at a time, however many are asked for in one go. */
let before: Promise<void> = Promise.resolve()

/**
 * Trains in a process of its own, of low priority, which is gone afterwards with all its memory. It ends with this process, and by force after a
 * quarter of an hour. @throws Error when it ended otherwise than by its own decision: the job is then tried again.
 */
export function runTrainer(tenantId: string, trainingId: string, env: Readonly<Record<string, string>> = {}): Promise<void> {
  const turn = before.then(() => train(tenantId, trainingId, env))
  before = turn.catch(() => undefined)
  return turn
}

function train(tenantId: string, trainingId: string, env: Readonly<Record<string, string>>): Promise<void> {
  if (isStopping) return Promise.reject(new Error("the trainer is about to stop"))
  const child = spawn(process.execPath, [...command(), tenantId, trainingId], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  })
  running.add(child)
  lower(child)
  const tooLong = setTimeout(() => child.kill("SIGKILL"), mostMs)
  return new Promise((done, failed) => {
    child.once("error", failed)
    child.once("exit", (code, signal) => {
      clearTimeout(tooLong)
      running.delete(child)
      if (code === 0) done()
      else failed(new Error(`the trainer ended by ${signal ?? `code ${code}`}`))
    })
  })
}

/** For a process that closes: what was being trained is trained after the next start. */
export function stopTrainers(): void {
  isStopping = true
  for (const child of running) child.kill("SIGKILL")
}

/** For a process that opens again, as tests do. */
export function allowTrainers(): void {
  isStopping = false
}

function command(): string[] {
  const isSource = import.meta.url.endsWith(".ts")
  const memory = "--max-old-space-size=1024"
  return isSource
    ? [memory, "--import", "tsx", resolve("workers/training/index.ts")]
    : [memory, "--enable-source-maps", resolve("build/workers/training/index.js")]
}

function lower({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, patience)
  } catch {
    // It ended before it could be asked.
  }
}
