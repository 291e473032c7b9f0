import { once } from "node:events"
import type { z } from "zod"

/** The first message of the process that started this one. */
export async function readWish<S extends z.ZodType>(schema: S): Promise<z.output<S>> {
  const [wish] = await once(process, "message")
  // Nobody is left to answer to.
  process.on("disconnect", () => process.exit(0))
  return schema.parse(wish)
}

export function answer(message: object): void {
  process.send?.(message)
}
