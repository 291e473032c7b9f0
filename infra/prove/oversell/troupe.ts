import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { answer, type ChildWish, type Ending, type Errand } from "./wish.ts"

/** One process: asked, killed, and started again. */
export interface Player {
  /** `lost`: it died, and nobody knows what it did. */
  ask(errand: Errand): Promise<Ending>
  kill(): Promise<void>
  end(): Promise<void>
}

/** @param wish asked anew at each start: the clock has moved on. */
export async function openPlayer(script: string, wish: () => ChildWish): Promise<Player> {
  const waiting = new Map<number, (ending: Ending) => void>()
  let count = 0
  let child = await start()

  async function start(): Promise<ChildProcess> {
    const started = spawn(process.execPath, ["--enable-source-maps", script, JSON.stringify(wish())], {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    })
    const died = once(started, "exit").then(() => {
      throw new Error("a process ended before it was ready")
    })
    died.catch(() => undefined)
    await Promise.race([once(started, "message"), died])
    started.on("message", (said) => {
      const { id, ending } = answer.parse(said)
      waiting.get(id)?.(ending)
      waiting.delete(id)
    })
    started.on("exit", () => {
      for (const resolve of waiting.values()) resolve({ is: "lost" })
      waiting.clear()
    })
    return started
  }

  async function die(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, "exit")
    child.kill("SIGKILL")
    await gone
  }

  return {
    ask(errand) {
      return new Promise((resolve) => {
        const id = ++count
        // Between a death and the next start nobody is there to ask.
        if (!child.connected) return resolve({ is: "lost" })
        waiting.set(id, resolve)
        child.send({ id, errand }, (error) => {
          if (!error) return
          waiting.delete(id)
          resolve({ is: "lost" })
        })
      })
    },
    async kill() {
      await die()
      child = await start()
    },
    end: die,
  }
}
