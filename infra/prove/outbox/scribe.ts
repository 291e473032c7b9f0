import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { answer, type Deed, type Ending } from "./deed.ts"

/** A process that does what it is told, is killed, and started again. */
export interface Scribe {
  /** `unknown`: it died, and only the database knows what it had done. */
  ask(deed: Deed): Promise<Ending>
  /** Resolves when another one has taken its place. */
  kill(): Promise<void>
  end(): Promise<void>
}

export async function openScribe(script: string, wish: object): Promise<Scribe> {
  const waiting = new Map<number, (ending: Ending) => void>()
  let count = 0
  let starting: Promise<ChildProcess> = start()
  await starting

  async function start(): Promise<ChildProcess> {
    const args = ["--enable-source-maps", script, JSON.stringify({ ...wish, role: "scribe" })]
    const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit", "ipc"] })
    await once(child, "message")
    child.on("message", (said) => {
      const { id, ending } = answer.parse(said)
      waiting.get(id)?.(ending)
      waiting.delete(id)
    })
    child.on("exit", () => {
      for (const resolve of waiting.values()) resolve("unknown")
      waiting.clear()
    })
    return child
  }
  async function die(): Promise<void> {
    const child = await starting
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, "exit")
    child.kill("SIGKILL")
    await gone
  }
  return {
    async ask(deed) {
      const child = await starting
      return new Promise((resolve) => {
        const id = ++count
        waiting.set(id, resolve)
        child.send({ id, deed }, (error) => {
          if (!error) return
          waiting.delete(id)
          resolve("unknown")
        })
      })
    },
    async kill() {
      const gone = die()
      starting = gone.then(start)
      await starting
    },
    end: die,
  }
}
