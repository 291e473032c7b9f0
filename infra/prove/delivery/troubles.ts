import type { Fleet } from "#infra/prove/fleet/fleet.ts"
import type { Network } from "#infra/prove/fleet/network.ts"
import type { Randomness } from "#infra/prove/isolation/randomness.ts"

/** What a run does to a group of pages, or to the whole house. */
export interface Trouble {
  readonly name: string
  readonly run: (scene: Scene) => Promise<void>
}

export interface Scene {
  readonly network: Network
  readonly fleet: Fleet
  readonly chance: Randomness
  /** How long a line is away. */
  readonly dropMs: number
  /** More than a page is caught up with, at its own shop. */
  burst(): Promise<void>
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function drop({ network, dropMs }: Scene): Promise<void> {
  network.cut()
  await sleep(dropMs)
  network.mend()
}

async function freeze({ network, dropMs, chance }: Scene): Promise<void> {
  network.freeze()
  await sleep(dropMs)
  // Half of the lines that were silent are found dead.
  if (chance.chance(0.5)) network.cut()
  network.mend()
}

async function flap(scene: Scene): Promise<void> {
  for (let times = 0; times < 3; times++) {
    scene.network.cut()
    await sleep(scene.dropMs / 6)
    scene.network.mend()
    await sleep(scene.dropMs / 6 + scene.chance.below(scene.dropMs / 3))
  }
}

async function missMuch(scene: Scene): Promise<void> {
  scene.network.cut()
  await scene.burst()
  await sleep(scene.dropMs)
  scene.network.mend()
}

/** Of one group. */
const small: readonly Trouble[] = [
  { name: "drop", run: drop },
  { name: "drop", run: drop },
  { name: "freeze", run: freeze },
  { name: "flap", run: flap },
]
/** Of everybody: one at a time. */
const large: readonly Trouble[] = [
  { name: "kill web", run: ({ fleet }) => fleet.killWeb() },
  { name: "kill web", run: ({ fleet }) => fleet.killWeb() },
  { name: "kill worker", run: ({ fleet }) => fleet.killWorker() },
  { name: "restart redis", run: async ({ fleet, chance, dropMs }) => fleet.redis?.restart(chance.below(dropMs)) },
  { name: "flush redis", run: async ({ fleet }) => fleet.redis?.flush() },
  { name: "cut bus", run: async ({ fleet }) => fleet.redis?.cutListeners() },
  { name: "miss much", run: missMuch },
]

/** Every kind of large trouble comes once in so many runs. */
const largeEvery = 10

let busy: Promise<void> = Promise.resolve()

/** Answers its name. */
export async function makeTrouble(nth: number, scene: Scene): Promise<string> {
  const isLarge = nth % largeEvery === largeEvery / 2
  const trouble = isLarge ? large[Math.floor(nth / largeEvery) % large.length] : scene.chance.pick(small)
  if (!trouble) throw new Error("there is no trouble")
  if (!isLarge) await trouble.run(scene)
  else {
    const mine = busy.then(() => trouble.run(scene))
    busy = mine.catch(() => undefined)
    await mine
  }
  return trouble.name
}
