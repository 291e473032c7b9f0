import type { TenantContext } from "#server/context/tenant-context.ts"
import type { Reading, Work } from "#server/context/work.ts"
import { after, seconds } from "#server/kernel/clock.ts"
import { roundKey } from "#server/kernel/tenant-keys.ts"
import { decideGrants, type Shortage, type Wish } from "./decide-grants.ts"
import { peekDemand } from "./lock-demand.ts"
import { claimStock, linesOf } from "./reserve-stock.ts"

/** How long a hold waits for its order. Its process may have died: the clock gives it back then. */
const holdTime = seconds(60)

type Verdicts = readonly (readonly Shortage[])[]

/**
 * Holds goods before their order is written, in the name of `reference`. Whoever wants the same at the same time is served by the same
 * statements, in the order of coming; a reference that holds already keeps what it has. Empty: held.
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
  const asked = [...new Map(wishes.map((wish) => [wish.reference, wish])).values()]
  return ctx.transact(async (work) => {
    const verdicts = (await refusals(work, asked)) ?? (await holdAll(work, asked))
    const verdictOf = new Map(asked.map(({ reference }, place) => [reference, verdicts[place] ?? []]))
    return wishes.map(({ reference }) => verdictOf.get(reference) ?? [])
  })
}

/** Where there is nothing for anybody no row is locked, nothing is written, and no commit is waited for. Undefined: there may be. */
async function refusals(work: Work, wishes: readonly Wish[]): Promise<Verdicts | undefined> {
  const [stock, holders] = await Promise.all([peekDemand(work, linesOf(wishes)), holdersAmong(work, wishes)])
  if (holders.size > 0) return undefined
  const { grants, shortages } = decideGrants(stock, wishes)
  return grants.length === 0 ? shortages : undefined
}

async function holdAll(work: Work, wishes: readonly Wish[]): Promise<Verdicts> {
  // In this order and in one message: who holds already is asked when the rows are locked.
  const claiming = claimStock(work, wishes, after(work.now, holdTime), () => holdersAmong(work, wishes))
  const { shortages, write } = await claiming
  await write()
  return shortages
}

async function holdersAmong({ sql, tenantId }: Reading, wishes: readonly Wish[]): Promise<ReadonlySet<string>> {
  const holders = await sql<{ reference: string }>`
    select distinct r.order_id as reference from reservation r
    where r.tenant_id = ${tenantId} and r.order_id = any(${wishes.map(({ reference }) => reference)}::text[]) and r.status = 'held'`
  return new Set(holders.map(({ reference }) => reference))
}
