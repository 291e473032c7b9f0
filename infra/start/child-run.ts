import { type ChildProcess, spawn } from "node:child_process"
import { PlainFailure } from "./embedded/plain-failure.ts"

const running = new Set<ChildProcess>()

let calledOff = false

/** Ends the steps that are under way: for a start that is called off. */
export function endChildren(): void {
  calledOff = true
  for (const child of running) child.kill("SIGTERM")
}

/** A step that fails from now on was ended by us. */
export function isCalledOff(): boolean {
  return calledOff
}

/** Has a child end with the run, should that be called off. */
export function track(child: ChildProcess): ChildProcess {
  running.add(child)
  child.once("close", () => running.delete(child))
  return child
}

export interface ChildWish {
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string | undefined>>
  /** What to call it when it fails. */
  readonly what: string
}

/** Runs Node on a script in a process of its own, whose memory goes when it is done. Gives what it printed. */
export function runNode({ args, env, what }: ChildWish): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] })
    const out: Buffer[] = []
    const all: Buffer[] = []
    track(child)
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk) && all.push(chunk))
    child.stderr.on("data", (chunk: Buffer) => all.push(chunk))
    child.once("error", reject)
    child.once("close", (code, signal) => {
      if (code === 0) return resolve(Buffer.concat(out).toString())
      const said = essence(Buffer.concat(all).toString())
      reject(new PlainFailure(`${what} failed${signal === null ? "" : ` (${signal})`}:\n${said}`))
    })
  })
}

/** What went wrong stands near the beginning, as a rule, and the place where it was noticed at the end. */
function essence(said: string): string {
  const lines = said.trim().split("\n")
  const first = Math.max(0, lines.findIndex((line) => /error/i.test(line)) - 2)
  const told = lines.slice(first)
  return (told.length <= 30 ? told : [...told.slice(0, 22), "…", ...told.slice(-6)]).join("\n")
}
