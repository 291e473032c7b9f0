import type { Client } from "pg"
import type { Randomness } from "#infra/prove/isolation/randomness.ts"
import { searchProducts } from "#server/domain/search/index.ts"
import { retitle } from "./edit.ts"
import type { Stall } from "./stalls.ts"

export interface Seen {
  /** Milliseconds from a title's commit until a search for it finds it; `isTroubled`: a worker died meanwhile. */
  readonly findable: { readonly ms: number; readonly isTroubled: boolean }[]
  searches: number
  foreign: number
  readonly lost: string[]
}

const pollMs = 20
const patienceMs = 120_000

/** Shoppers who search all the time: every product that they are shown is looked up by the owner of all rows. */
export async function searchAway(owner: Client, stalls: readonly Stall[], random: Randomness, seen: Seen, isOver: () => boolean) {
  while (!isOver()) {
    const { ctx } = random.pick(stalls)
    const words = random.pick(["lamp", "灯", "lam", "edit", "lmap", ""])
    const { products } = await searchProducts(ctx, { words, filters: {}, sort: null, page: 1 })
    const ids = products.map(({ id }) => id)
    const { rows } = await owner.query<{ count: number }>(
      "select count(*)::int as count from product where id = any($1) and tenant_id <> $2",
      [ids, ctx.tenant.id],
    )
    seen.searches += 1
    seen.foreign += rows[0]?.count ?? 0
    await rest(pollMs)
  }
}

/** Gives a product of its own a name that nothing else has, over and over, and looks for it. */
export async function lookForNews(stall: Stall, productId: string, kills: () => number, seen: Seen, isOver: () => boolean) {
  const { ctx } = stall
  for (let n = 0; !isOver(); n++) {
    const name = `zq${ctx.tenant.language}${n}x`
    const killed = kills()
    await retitle(stall, productId, `Lamp 灯 ${name}`, 5_000 + n)
    const began = performance.now()
    while (
      !(await searchProducts(ctx, { words: name, filters: {}, sort: null, page: 1 })).products.some(
        ({ id, title }) => id === productId && title.includes(name),
      )
    ) {
      if (performance.now() - began > patienceMs) {
        seen.lost.push(`${ctx.tenant.slug}: ${name} was not found within ${patienceMs / 1_000} s`)
        return
      }
      await rest(pollMs)
    }
    seen.findable.push({ ms: performance.now() - began, isTroubled: kills() !== killed })
    await rest(200)
  }
}

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
