import type { Randomness } from "#infra/prove/isolation/randomness.ts"
import type { Deed, Ending } from "./deed.ts"
import type { Disaster, Disasters } from "./disasters.ts"
import type { Scribe } from "./scribe.ts"

export interface Storm {
  readonly deeds: readonly Deed[]
  readonly kind: Disaster
  readonly scribe: Scribe
  readonly disasters: Disasters
  readonly chance: Randomness
}

export interface Done {
  readonly deed: Deed
  readonly ending: Ending
}

const atOnce = 4
const mostStrikes = 3

/** Deeds, several at once, and in the midst of them the disaster, again and again. */
export async function playStorm({ deeds, kind, scribe, disasters, chance }: Storm): Promise<Done[]> {
  const strikesAt = new Set(Array.from({ length: 1 + chance.below(mostStrikes) }, () => chance.below(deeds.length)))
  const waiting = [...deeds.entries()]
  const done: Done[] = []
  let striking: Promise<void> = Promise.resolve()
  const hand = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [at, deed] = next
      if (strikesAt.has(at)) striking = disasters.strike(kind, scribe.kill)
      // What is under way when the database goes is cut off; nothing is begun while it is away.
      await disasters.whole()
      done.push({ deed, ending: await scribe.ask(deed) })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, hand))
  await striking
  return done
}
