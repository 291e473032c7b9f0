import { isCalledOff } from "./child-run.ts"

/** What a step of the start has to say when it is over: "started", "unchanged", … */
export type Outcome = string

/** One line per step: what, how it ended, how long it took. */
export async function step<T>(name: string, run: () => Promise<{ outcome: Outcome; result: T }>): Promise<T> {
  const since = Date.now()
  try {
    const { outcome, result } = await run()
    say("✓", name, `${outcome} in ${seconds(since)}`)
    return result
  } catch (error) {
    if (!isCalledOff()) say("✗", name, `failed after ${seconds(since)}`)
    throw error
  }
}

export function say(mark: "✓" | "✗" | "-" | "…", name: string, words: string): void {
  process.stdout.write(`${mark} ${name.padEnd(11)} ${words}\n`)
}

export function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`
}
