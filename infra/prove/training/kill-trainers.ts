import { roleUrls } from "#prisma/roles.ts"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { currentModel, isSound, requestTraining, type ServedModel } from "#server/domain/recommendations/index.ts"
import { minutes } from "#server/kernel/clock.ts"
import { newId } from "#server/kernel/ids.ts"
import { publishGoods } from "#tests/support/goods.ts"
import { buildWorld } from "#tests/support/world.ts"
import { allowTrainers, runTrainer, stopTrainers } from "#workers/training/run-trainer.ts"

export interface KillWish {
  readonly ownerUrl: string
  readonly rounds: number
  readonly random: () => number
  readonly visitors: number
  onRound?(round: number, told: string): void
}

export interface KillReport {
  readonly killed: number
  readonly finished: number
  readonly spoilt: number
  readonly reads: number
  readonly newestVersion: number
  /** Broken promises. */
  readonly findings: readonly string[]
}

/**
 * Trains again and again and kills the trainer at random moments, cuts published models short, and lets events arrive meanwhile. A reader asks all
 * the time which model serves: it must be a whole one, and never none once there has been one.
 */
export async function killTrainers({ ownerUrl, rounds, random, visitors, onRound }: KillWish): Promise<KillReport> {
  const urls = roleUrls(ownerUrl)
  const world = buildWorld({ appUrl: urls.app, platformUrl: urls.platform })
  const env = { DATABASE_URL: urls.app, PLATFORM_DATABASE_URL: urls.platform, LOG_LEVEL: "silent", NODE_ENV: "test" }
  const ctx = await world.openTestShop()
  const productIds: string[] = []
  for (let place = 0; place < 12; place++) productIds.push((await publishGoods(ctx, { title: `Thing ${place}` })).productId)
  await tellVisits(ctx, productIds, visitors, random)

  const report = { killed: 0, finished: 0, spoilt: 0, reads: 0, newestVersion: 0, findings: [] as string[] }
  let last: ServedModel | undefined
  const look = async () => {
    world.clock.advance(minutes(1))
    const served = await currentModel(ctx)
    report.reads++
    if (last && !served) report.findings.push("there was a model, and then there was none")
    if (served && (!isSound(served.model) || served.model.items.length !== productIds.length))
      report.findings.push(`version ${served.version} was read in part`)
    if (served && last && served.version < last.version) report.findings.push("an older model came back while a newer was held")
    last = served ?? last
  }
  // Nothing longer than a whole training, as the first one shows.
  let wholeMs = 4_000
  for (let round = 0; round < rounds; round++) {
    const trainingId = await requestTraining(ctx, "demand")
    const since = Date.now()
    const doom = round === 0 || round % 4 === 3 ? undefined : setTimeout(stopTrainers, random() * wholeMs)
    const ended = runTrainer(ctx.tenant.id, trainingId, env).then(
      () => "finished" as const,
      () => "killed" as const,
    )
    const isOver = ended.then(() => true)
    while (!(await Promise.race([isOver, pause(60).then(() => false)]))) {
      await tellVisits(ctx, productIds, 2, random)
      await look()
    }
    clearTimeout(doom)
    allowTrainers()
    const outcome = await ended
    report[outcome]++
    if (round === 0) wholeMs = Date.now() - since
    await look()
    if (round % 4 === 3) report.spoilt += await spoil(ctx, random)
    await look()
    onRound?.(round, `${outcome}, version ${last?.version ?? "none"} serves`)
  }
  report.newestVersion = last?.version ?? 0
  if (!last) report.findings.push("no training ever came to an end")
  await world.close()
  return report
}

const pause = (ms: number) => new Promise<void>((wake) => setTimeout(wake, ms))

async function tellVisits(
  ctx: TenantContext,
  productIds: readonly string[],
  visitors: number,
  random: () => number,
): Promise<void> {
  await ctx.transact(async ({ rows, tenantId, now }) => {
    const data = Array.from({ length: visitors }, () => {
      const visitorId = newId("visitor")
      const camp = random() < 0.5 ? 0 : 6
      return Array.from({ length: 5 }, (_, step) => ({
        ...{ tenantId, id: newId("signal", now.getTime()), visitorId, kind: step === 4 ? "cart" : "view" },
        ...{ productId: productIds[camp + Math.floor(random() * 6)] ?? "", at: new Date(now.getTime() - (5 - step) * 1_000) },
      }))
    })
    await rows.signal.createMany({ data: data.flat() })
  })
}

/** Cuts the newest model short, somewhere: as a disk that was full would. */
async function spoil(ctx: TenantContext, random: () => number): Promise<number> {
  const cut = await ctx.transact(
    ({ sql, tenantId }) => sql`
      update learned_model set bytes = substring(bytes from 1 for (length(bytes) * ${random()}::float8)::int)
      where tenant_id = ${tenantId} and version = (select max(version) from learned_model where tenant_id = ${tenantId})
      returning 1`,
  )
  return cut.length
}
