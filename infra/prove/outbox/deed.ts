import { z } from "zod"
import type { Randomness } from "#infra/prove/isolation/randomness.ts"
import { newId } from "#server/kernel/ids.ts"

/**
 * One transaction: a change and the event that tells of it, and how it ends. `thrown`: the code throws after it has told; `refused`:
 * the database refuses a later statement; `cut`: the connection ends before the commit; `late`: committed long after others that began later.
 */
export const deed = z.object({
  kind: z.enum(["order", "rename"]),
  end: z.enum(["committed", "late", "thrown", "refused", "cut"]),
  tenantId: z.string(),
  /** The order's, or the product's. */
  id: z.string(),
  productId: z.string(),
  /** What the change is known by wherever it shows: nobody else's. */
  mark: z.string(),
  nth: z.number(),
})
export type Deed = z.infer<typeof deed>

export const request = z.object({ id: z.number(), deed })
/** `unknown`: something else went wrong, perhaps after the commit. */
export const answer = z.object({ id: z.number(), ending: z.enum(["committed", "undone", "unknown"]) })
export type Ending = z.infer<typeof answer>["ending"]

export interface DeedWish {
  readonly count: number
  readonly tenantId: string
  readonly productIds: readonly string[]
  /** How many there were at this shop before. */
  readonly before: number
}

/** A third is rolled back, in one way or another. */
export function makeDeeds(chance: Randomness, { count, tenantId, productIds, before }: DeedWish): Deed[] {
  return Array.from({ length: count }, (_, at) => {
    const productId = chance.pick(productIds)
    const kind = chance.chance(0.7) ? "order" : "rename"
    const id = kind === "order" ? newId("order") : productId
    return { kind, end: endOf(chance), tenantId, id, productId, mark: newId("visitor"), nth: before + at + 1 } as const
  })
}

export const isMeantToStand = ({ end }: Deed): boolean => end === "committed" || end === "late"

function endOf(chance: Randomness): Deed["end"] {
  if (chance.below(3) === 0) return chance.pick(["thrown", "thrown", "refused", "cut"] as const)
  return chance.chance(0.05) ? "late" : "committed"
}
