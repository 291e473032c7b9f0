import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"

/** A process that is killed without a word and started again, as often as one likes. */
export interface MortalProcess {
  readonly kills: number
  kill(): Promise<void>
  end(): Promise<void>
}

export async function startMortal(script: string, wish: object): Promise<MortalProcess> {
  let kills = 0
  let isOver = false
  let child = await start(script, wish)
  return {
    get kills() {
      return kills
    },
    async kill() {
      const gone = once(child, "exit")
      child.kill("SIGKILL")
      await gone
      kills += 1
      if (!isOver) child = await start(script, wish)
    },
    async end() {
      isOver = true
      const gone = child.exitCode === null && child.signalCode === null ? once(child, "exit") : undefined
      child.kill("SIGKILL")
      await gone
    },
  }
}

async function start(script: string, wish: object): Promise<ChildProcess> {
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
