const conflicts: ReadonlySet<string> = new Set(["P2034", "40001", "40P01"])
const attempts = 4

/** Repeats a unit of work that lost a serialisation conflict or a deadlock; anything else passes through at once. */
export async function retrying<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run()
    } catch (error) {
      if (attempt >= attempts || !isConflict(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * attempt))
    }
  }
}

/** For a step that finds that it looked too early: its unit of work is run again. */
export function conflict(message: string): Error {
  return Object.assign(new Error(message), { code: "40001" })
}

function isConflict(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false
  if ("code" in error && typeof error.code === "string" && conflicts.has(error.code)) return true
  return "cause" in error && isConflict(error.cause)
}
