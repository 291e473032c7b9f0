import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"

/** A process that is killed without a word and started again, as often as one likes. */
export interface MortalProcess {
  readonly kills: number
  /** How often it ended though nobody had killed it. */
  readonly deaths: number
  kill(): Promise<void>
  end(): Promise<void>
}

export async function startMortal(script: string, wish: object): Promise<MortalProcess> {
  let kills = 0
  let deaths = 0
  let isMeant = false
  let isOver = false
  let child = await start()

  async function start(): Promise<ChildProcess> {
    const started = await startChild(script, wish)
    isMeant = false
    started.once("exit", () => {
      if (!isMeant) deaths += 1
    })
    return started
  }
  async function die(): Promise<void> {
    isMeant = true
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, "exit")
    child.kill("SIGKILL")
    await gone
  }
  return {
    get kills() {
      return kills
    },
    get deaths() {
      return deaths
    },
    async kill() {
      await die()
      kills += 1
      if (!isOver) child = await start()
    },
    async end() {
      isOver = true
      await die()
    },
  }
}

async function startChild(script: string, wish: object): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--enable-source-maps", script, JSON.stringify(wish)], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  })
  const ready = once(child, "message")
  const died = once(child, "exit").then(([code]) => {
    throw new Error(`a process ended before it was ready (${code})`)
  })
  // Its death later on is meant.
  died.catch(() => undefined)
  await Promise.race([ready, died])
  return child
}
