import { afterEach, beforeEach } from "vitest"
import { keepLog, type OpenHouse } from "./open-house.ts"
import type { Visitor } from "./visitor.ts"

/**
 * The tests of one file's block as chapters of one story: when one failed, those after it make no sense and are skipped.
 * A failure leaves pictures, complaints and the server's log in `.data/test`.
 */
export function tellStory(
  title: string,
  cast: () => { readonly house?: OpenHouse; readonly visitors: readonly Visitor[] },
): void {
  let isBroken = false
  beforeEach(({ skip }) => skip(isBroken, "an earlier chapter failed"))
  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail") return
    isBroken = true
    const { house, visitors } = cast()
    if (house) keepLog(house)
    await Promise.all(visitors.map((visitor) => visitor.keep(title)))
  })
}
