import { Client } from "pg"
import { createRandomness } from "#infra/prove/isolation/randomness.ts"
import { confirmOrder, dueStock } from "#server/domain/orders/index.ts"
import { recomputeStock } from "#server/domain/inventory/index.ts"
import { settlePayment } from "#server/domain/payments/index.ts"
import { seconds } from "#server/kernel/clock.ts"
import { newId } from "#server/kernel/ids.ts"
import { auditStock } from "./audit-stock.ts"
import { isBusy, judge, ordersOf } from "./judge.ts"
import { farAhead, play, type Players } from "./play.ts"
import { makePlan, type Plan } from "./plan.ts"
import { type Scene, setScene } from "./scene.ts"
import type { Stage } from "./stage.ts"

export interface OversellRun {
  readonly seed: number
  readonly ownerUrl: string
  readonly stage: Stage
  readonly players: Players
  readonly mayRestart: boolean
}

export interface OversellReport {
  readonly seed: number
  readonly plan: Plan
  readonly orders: number
  readonly refusals: number
  /** Told to come again. */
  readonly busy: number
  /** Empty: every promise was kept. */
  readonly findings: readonly string[]
}

/** One shop, one plan, and then the books: as they stand, and once more when everybody's time is up. */
export async function runOversell({ seed, ownerUrl, stage, players, mayRestart }: OversellRun): Promise<OversellReport> {
  const random = createRandomness(seed)
  const plan = makePlan(random, { mayRestart })
  const scene = await setScene(stage, plan, `s${seed}-${newId("tenant").slice(-8)}`)
  const performances = await play(plan, scene, players, random)
  const endings = performances.flatMap((performance) => performance.endings)
  const orders = new Set(endings.flatMap(ordersOf)).size
  const findings = judge(plan, performances)
  const busy = endings.filter(isBusy).length
  if (plan.orders !== undefined && orders !== plan.orders && busy === 0)
    findings.push(`${orders} orders instead of ${plan.orders}`)

  await recover(stage, scene)
  // No order's time is up by that, but every hold's that never became one.
  await players.advance(seconds(61))
  await quiet(stage)
  findings.push(...(await lookAtBooks(stage, scene, ownerUrl)))
  await players.advance(farAhead)
  await quiet(stage)
  findings.push(...(await lookAtBooks(stage, scene, ownerUrl)).map((sentence) => `later: ${sentence}`))
  findings.push(...(await stillHeld(stage, scene)))
  return { seed, plan, orders, busy, refusals: endings.filter(({ is }) => is === "refused").length, findings }
}

/** What the queue would do for whoever died, or was busy, between the provider's word and the order: it asks until it is done. */
async function recover(stage: Stage, { tenantId }: Scene): Promise<void> {
  const ctx = await stage.shop(tenantId)
  await patiently(async () => {
    const reports = await ctx.read(({ rows }) =>
      rows.providerEvent.findMany({ where: { handledAt: null }, select: { id: true } }),
    )
    for (const { id } of reports) await settlePayment(ctx, id, newId("event"))
    const paid = await ctx.read(
      ({ sql, tenantId }) => sql<{ orderId: string; paymentId: string }>`
        select o.id as "orderId", p.id as "paymentId" from "order" o
        join payment p on p.tenant_id = o.tenant_id and p.order_id = o.id and p.status = 'settled'
        where o.tenant_id = ${tenantId} and o.status in ('placed', 'cancelled')`,
    )
    for (const order of paid) await confirmOrder(ctx, order, newId("event"))
  })
}

/** Until the clock has given back everything that is due. */
async function quiet({ platform }: Stage): Promise<void> {
  await patiently(async () => {
    const { tenantIds } = await dueStock(platform)
    if (tenantIds.length > 0) throw new Error(`${tenantIds.length} shops have goods that are due`)
  })
}

const patienceMs = 60_000

async function patiently(run: () => Promise<void>): Promise<void> {
  for (const until = Date.now() + patienceMs; ; ) {
    try {
      return await run()
    } catch (error) {
      if (Date.now() > until) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

async function lookAtBooks(stage: Stage, { tenantId }: Scene, ownerUrl: string): Promise<string[]> {
  const ctx = await stage.shop(tenantId)
  const drifts = await ctx.read((reading) => recomputeStock(reading))
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const sentences = await auditStock(owner, tenantId)
    return [
      ...drifts.map(({ variantId, what, is, should }) => `${variantId} ${what} is ${is}, the movements say ${should}`),
      ...sentences,
    ]
  } finally {
    await owner.end()
  }
}

async function stillHeld(stage: Stage, { tenantId }: Scene): Promise<string[]> {
  const ctx = await stage.shop(tenantId)
  const held = await ctx.read(({ rows }) => rows.reservation.count({ where: { status: "held" } }))
  return held === 0 ? [] : [`${held} reservations are held for ever`]
}
