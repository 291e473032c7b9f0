import { type ChildProcess, fork } from "node:child_process"
import { once } from "node:events"
import { resolve } from "node:path"

export interface Child<Answer> {
  readonly pid: number
  /** What it says next. @throws Error when it ends first, or says nothing for `patienceMs`. */
  next(patienceMs: number): Promise<Answer>
  tell(message: object): void
  /** Repeating is harmless. */
  end(): Promise<void>
}

/**
 * Starts a script of `infra/bench/load/` in a process of its own, so that what measures takes no turn from what is measured.
 * It gets `wish` as its first message, and answers by messages of the shape that `read` accepts.
 */
export function openChild<Answer>(script: string, wish: object, read: (said: unknown) => Answer): Child<Answer> {
  const child = fork(resolve("infra/bench/load", script), { execArgv: ["--import", "tsx"], serialization: "advanced" })
  const heard: unknown[] = []
  child.on("message", (said) => heard.push(said))
  child.send(wish)
  return {
    pid: child.pid ?? 0,
    next: async (patienceMs) => read(await hear(child, heard, script, patienceMs)),
    tell: (message) => void child.send(message),
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, "exit")
      child.kill("SIGKILL")
      await gone
    },
  }
}

async function hear(child: ChildProcess, heard: unknown[], script: string, patienceMs: number): Promise<unknown> {
  for (const until = Date.now() + patienceMs; heard.length === 0; ) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`${script} ended before it had answered`)
    if (Date.now() > until) throw new Error(`${script} said nothing for ${patienceMs} ms`)
    await new Promise((wake) => setTimeout(wake, 20))
  }
  return heard.shift()
}

/** One question, one answer, and the process is gone. */
export async function askChild<Answer>(
  script: string,
  wish: object,
  read: (said: unknown) => Answer,
  patienceMs: number,
): Promise<Answer> {
  const child = openChild(script, wish, read)
  try {
    return await child.next(patienceMs)
  } finally {
    await child.end()
  }
}
