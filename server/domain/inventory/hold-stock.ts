import type { TenantContext } from "#server/context/tenant-context.ts"
import type { Reading, Work } from "#server/context/work.ts"
import { after, seconds } from "#server/kernel/clock.ts"
import { roundKey } from "#server/kernel/tenant-keys.ts"
import type { Shortage, Wish } from "./decide-grants.ts"
import { claimStock } from "./reserve-stock.ts"

/** How long a hold waits for its order. Its process may have died: the clock gives it back then. */
const holdTime = seconds(60)

type Verdicts = readonly (readonly Shortage[])[]

/**
 * Holds goods before their order is written, in the name of `reference`. Whoever wants the same at the same time is served by the same
 * statements, in the order of coming; a reference that holds already keeps what it has. Empty: held. Where there is nothing for anybody
 * no row is locked, nothing is written, and no commit is waited for.
 */
export function holdStock(ctx: TenantContext, wish: Wish): Promise<readonly Shortage[]> {
  return ctx.ports.rounds.join(roundsOf(ctx, wish), wish, (wishes: readonly Wish[]) => serveHolds(ctx, wishes))
}

/** One key per variant of the cart. */
export function roundsOf({ tenant }: TenantContext, { demands }: Pick<Wish, "demands">): string[] {
  return [...new Set(demands.map(({ variantId }) => variantId))].map((variantId) => roundKey(tenant.id, variantId))
}

function serveHolds(ctx: TenantContext, wishes: readonly Wish[]): Promise<Verdicts> {
  // Two clicks are one wish.
  const own = new Map(wishes.map((wish) => [wish.reference, wish]))
  let attempts = 0
  return ctx.transact(async (work) => {
    // That somebody holds already, by a click at another process, is rare: it is asked for where it would make a difference.
    const holders = attempts++ > 0 ? await holdersAmong(work, [...own.keys()]) : nobody
    const asked = [...own.values()].filter(({ reference }) => !holders.has(reference))
    const verdictOf = await serve(work, asked)
    return wishes.map(({ reference }) => verdictOf.get(reference) ?? granted)
  })
}

const nobody: ReadonlySet<string> = new Set()
const granted: readonly Shortage[] = []

async function serve(work: Work, asked: readonly Wish[]): Promise<Map<string, readonly Shortage[]>> {
  const { shortages, write } = await claimStock(work, asked, { expiresAt: after(work.now, holdTime), passesOver: true })
  const verdictOf = new Map(asked.map(({ reference }, place) => [reference, shortages[place] ?? granted]))
  const refused = asked.flatMap(({ reference }) => ((verdictOf.get(reference)?.length ?? 0) > 0 ? [reference] : []))
  const [holders] = await Promise.all([refused.length > 0 ? holdersAmong(work, refused) : nobody, write()])
  for (const reference of holders) verdictOf.set(reference, granted)
  return verdictOf
}

/**
 * Each is looked up by its key. Of young tables the planner knows too little: left to itself it seeks them among all that are alive, or
 * all that ever were; what is behind `offset 0` it takes as it is.
 */
async function holdersAmong({ sql, tenantId }: Reading, references: readonly string[]): Promise<ReadonlySet<string>> {
  const holders = await sql<{ reference: string }>`
    select w.reference from unnest(${[...references]}::text[]) as w(reference)
    cross join lateral (
      select r.status from reservation r where r.tenant_id = ${tenantId} and r.order_id = w.reference offset 0) as r
    where r.status = 'held'`
  return new Set(holders.map(({ reference }) => reference))
}
