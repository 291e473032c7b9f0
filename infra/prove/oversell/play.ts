import { present } from "#server/kernel/assert.ts"
import { minutes } from "#server/kernel/clock.ts"
import { newId } from "#server/kernel/ids.ts"
import type { Randomness } from "#infra/prove/isolation/randomness.ts"
import type { Act, Plan } from "./plan.ts"
import type { Scene } from "./scene.ts"
import type { Player } from "./troupe.ts"
import type { Ending, Errand } from "./wish.ts"

export interface Players {
  readonly webs: readonly Player[]
  readonly worker: Player
  /** Everybody's clock, the proof's own too. */
  advance(ms: number): Promise<void>
  strike(disaster: Plan["disaster"]): Promise<void>
}

export interface Performance {
  readonly act: Act
  /** One per click. */
  readonly endings: readonly Ending[]
}

/** Beyond the time to pay, and beyond any hold. */
export const farAhead = minutes(16)

/** Plays the acts, many at once; the disaster strikes in the middle of them. */
export async function play(plan: Plan, scene: Scene, players: Players, random: Randomness): Promise<Performance[]> {
  const script = plan.acts.map((act) => ({ act, run: rehearse(act, scene, players, random) }))
  const strikesAt = Math.floor(plan.strikesAt * script.length)
  const performances: Performance[] = []
  let striking = Promise.resolve()
  let next = 0
  const hand = async () => {
    for (let turn = next++; turn < script.length; turn = next++) {
      if (turn === strikesAt && plan.disaster !== "none") striking = players.strike(plan.disaster)
      const { act, run } = present(script[turn], "act")
      performances.push({ act, endings: await run() })
    }
  }
  await Promise.all(Array.from({ length: plan.atOnce }, hand))
  await striking
  return performances
}

/** All that is left to chance is drawn before the play begins: it is the same whenever the seed is. */
function rehearse(act: Act, scene: Scene, players: Players, random: Randomness): () => Promise<Ending[]> {
  const first = random.below(players.webs.length)
  const web = (click: number) => present(players.webs[(first + click) % players.webs.length], "web")
  const idOf = (thing: number) => present(scene.variantIds[thing], "variant")
  const { tenantId, main, annex } = scene
  const ask = async (errand: Errand) => [await web(0).ask(errand)]
  switch (act.kind) {
    case "buy": {
      const lines = act.lines.map(([thing, quantity]) => ({ variantId: idOf(thing), quantity }))
      const { shippingMethodId } = scene
      const order = { tenantId, cartId: newId("cart"), lines, shippingMethodId, fate: act.fate, pauseMs: random.below(30) }
      return () => Promise.all(Array.from({ length: act.clicks }, (_, click) => web(click).ask({ do: "buy", ...order })))
    }
    case "abandon": {
      const lines = act.lines.map(([thing, quantity]) => ({ variantId: idOf(thing), quantity }))
      return () => ask({ do: "abandon", tenantId, cartId: newId("cart"), lines })
    }
    case "receive": {
      const locationId = act.inAnnex ? annex : main
      return () => ask({ do: "receive", tenantId, variantId: idOf(act.thing), pieces: act.pieces, locationId })
    }
    case "transfer": {
      const [fromId, toId] = act.toAnnex ? [main, annex] : [annex, main]
      return () => ask({ do: "transfer", tenantId, variantId: idOf(act.thing), pieces: act.pieces, fromId, toId })
    }
    case "limit":
      return () => ask({ do: "limit", tenantId, variantId: idOf(act.thing), limit: act.limit })
    case "expire":
      return async () => {
        await players.advance(farAhead)
        return []
      }
  }
}
