import { type Act, createAct, type Operation } from "./act.ts"
import { census, tidy } from "./census.ts"
import { probeLocks } from "./locks.ts"
import { nested } from "./operations/nested.ts"
import { raw } from "./operations/raw.ts"
import { reads } from "./operations/reads.ts"
import { writes } from "./operations/writes.ts"
import { createRandomness } from "./randomness.ts"
import type { Shape } from "./shapes.ts"
import { type Mode, openTown, type Town } from "./town.ts"

export interface ProofWish {
  /** Of a migrated, empty database that nobody else uses. */
  readonly ownerUrl: string
  readonly mode: Mode
  readonly operations: number
  readonly seed: number
  readonly tenants?: number
  /** Told after each census. */
  readonly onProgress?: (done: number, breaches: number) => void
}

export interface ProofReport {
  readonly mode: Mode
  readonly seed: number
  readonly tenants: number
  readonly operations: number
  readonly seconds: number
  /** How many kinds of operation met how many models. */
  readonly pairs: number
  readonly censuses: number
  readonly locksProbed: number
  readonly breaches: readonly string[]
}

const kinds: readonly Operation[] = [...reads, ...writes, ...nested, ...raw]
const betweenCensuses = 2_500
const mostBreaches = 20

/** One operation of each tenant at once, again and again; every so often the owner counts rows, marks and locks. */
export async function runProof(wish: ProofWish): Promise<ProofReport> {
  const { ownerUrl, mode, seed, operations, tenants = 50, onProgress = () => undefined } = wish
  const town = await openTown({ ownerUrl, mode, tenants })
  const random = createRandomness(seed)
  const pairs = dealer(town)
  const met = new Set<string>()
  const breaches: string[] = []
  const since = performance.now()
  let [done, sinceCensus, censuses, locksProbed] = [0, 0, 0, 0]
  try {
    while (done < operations && breaches.length < mostBreaches) {
      const round = Array.from({ length: Math.min(tenants, operations - done) }, (_, tenant) => ({
        ...pairs(random.below),
        tenant,
      }))
      await Promise.all(
        round.map(async ({ kind, shape, tenant }) => {
          met.add(`${kind.name} of ${shape.model}`)
          await attempt(breaches, kind.name, createAct(town, shape, tenant, random), kind.run)
        }),
      )
      done += round.length
      sinceCensus += round.length
      if (sinceCensus < betweenCensuses && done < operations) continue
      sinceCensus = 0
      censuses += 1
      for (let probe = 0; probe < 2; probe += 1) {
        const shape = random.pick([...town.shapes.values()])
        await attempt(breaches, "locks", createAct(town, shape, random.below(tenants), random), probeLocks)
        locksProbed += 1
      }
      breaches.push(...(await census(town)))
      await tidy(town)
      onProgress(done, breaches.length)
    }
  } finally {
    await town.close()
  }
  const seconds = (performance.now() - since) / 1_000
  return {
    mode,
    seed,
    tenants,
    operations: done,
    seconds,
    pairs: met.size,
    censuses,
    locksProbed,
    breaches: breaches.slice(0, mostBreaches),
  }
}

async function attempt(breaches: string[], name: string, act: Act, run: (act: Act) => Promise<void>): Promise<void> {
  try {
    await run(act)
  } catch (error) {
    // Whatever an operation did not expect is a finding, too: a proof that shrugs proves nothing.
    const told = error instanceof Error ? error.message.trim().split("\n").slice(-3).join(" ") : String(error)
    breaches.push(`${name} of ${act.shape.model}, tenant ${act.tenant} against ${act.other}: ${told}`)
  }
}

/** Every kind with every model that it fits, each once before any comes again. */
function dealer(town: Town) {
  const all = [...town.shapes.values()].flatMap((shape) =>
    kinds.filter((kind) => kind.fits?.(shape) ?? true).map((kind) => ({ kind, shape })),
  )
  let deck: { kind: Operation; shape: Shape }[] = []
  return (below: (most: number) => number) => {
    if (deck.length === 0) deck = [...all]
    const [card] = deck.splice(below(deck.length), 1)
    if (!card) throw new Error("there is nothing to prove")
    return card
  }
}
