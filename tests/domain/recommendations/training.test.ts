import { beforeAll, describe, expect, test } from "vitest"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { forgetOldSignals } from "#server/domain/insights/index.ts"
import {
  cancelTraining,
  currentModel,
  dueTrainings,
  requestTraining,
  scoreAll,
  type TrainingDetail,
  topOf,
} from "#server/domain/recommendations/index.ts"
import { days, hours, minutes } from "#server/kernel/clock.ts"
import { newId } from "#server/kernel/ids.ts"
import { publishGoods } from "#tests/support/goods.ts"
import { openWorld } from "#tests/support/open-world.ts"
import { openTensors } from "#workers/training/tensors/open-tensors.ts"
import { trainShop } from "#workers/training/train-shop.ts"

const world = await openWorld()
beforeAll(async () => void (await openTensors("wasm")))

/** A shop of eight products, and forty visitors of two camps who look at half of them each. */
async function busyShop(visitors = 40): Promise<{ ctx: TenantContext; productIds: string[] }> {
  const ctx = await world.openTestShop()
  const productIds: string[] = []
  for (let place = 0; place < 8; place++) {
    const { productId } = await publishGoods(ctx, { title: `${place < 4 ? "Tea" : "Hat"} ${place}` })
    productIds.push(productId)
  }
  await visit(ctx, productIds, visitors)
  return { ctx, productIds }
}

async function visit(ctx: TenantContext, productIds: readonly string[], visitors: number, visitorOf = (n: number) => `vis_${n}`) {
  const at = ctx.clock.now()
  await ctx.transact(async ({ rows, tenantId }) => {
    const data = Array.from({ length: visitors }, (_, visitor) =>
      [0, 1, 2, 3].map((step) => ({
        tenantId,
        id: newId("signal", at.getTime()),
        visitorId: visitorOf(visitor),
        kind: "view",
        productId: productIds[(visitor % 2) * 4 + ((step + visitor) % 4)] ?? "",
        at: new Date(at.getTime() - hours(2) + step * 1_000),
      })),
    )
    await rows.signal.createMany({ data: data.flat() })
  })
}

const train = async (ctx: TenantContext) => trainShop(ctx, await requestTraining(ctx, "demand"), { backend: "wasm" })
const lastTraining = async (ctx: TenantContext) =>
  (await ctx.read(({ rows }) => rows.training.findMany({ orderBy: { id: "desc" }, take: 1 })))[0]
/** Past what a process holds without asking again. */
const later = () => world.clock.advance(minutes(1))

describe("a training", () => {
  test("publishes a model of the shop's own, and says what it learned from", async () => {
    const { ctx, productIds } = await busyShop()
    expect(await train(ctx)).toBe("published")
    const served = await currentModel(ctx)
    expect([served?.version, served?.kind, served?.model.items]).toEqual([1, "learned", [...productIds].sort()])
    const training = await lastTraining(ctx)
    expect(training).toMatchObject({ state: "published", percent: 100, reason: "demand" })
    expect(training?.detail).toMatchObject({ events: { told: 160, visitors: 40, bots: 0 }, kind: "learned", version: 1 })
  })

  test("never sees what another shop's visitors did, though they be the same visitors", async () => {
    const { ctx } = await busyShop()
    const quiet = await world.openTestShop()
    const own = await publishGoods(quiet, { title: "Only one" })
    await visit(
      quiet,
      Array.from({ length: 8 }, () => own.productId),
      1,
    )
    expect(await train(quiet)).toBe("published")
    expect(await train(ctx)).toBe("published")
    later()
    const served = await currentModel(quiet)
    expect([served?.kind, served?.model.items]).toEqual(["content", [own.productId]])
    expect((await lastTraining(quiet))?.detail).toMatchObject({ events: { told: 4, visitors: 1 } })
    expect((await currentModel(ctx))?.model.items).not.toContain(own.productId)
  })

  test("is asked for once while one waits, and can be called off before and while it runs", async () => {
    const { ctx } = await busyShop(0)
    const trainingId = await requestTraining(ctx, "demand")
    expect(await requestTraining(ctx, "nightly")).toBe(trainingId)
    await cancelTraining(ctx, trainingId)
    expect(await trainShop(ctx, trainingId, { backend: "wasm" })).toBe("nothing to do")
    const second = await requestTraining(ctx, "demand")
    // Two connections are open: what calls off does not come after the end for want of one.
    await Promise.all([lastTraining(ctx), lastTraining(ctx)])
    const running = trainShop(ctx, second, { backend: "wasm" })
    await cancelTraining(ctx, second)
    expect(["cancelled", "nothing to do"]).toContain(await running)
    expect((await lastTraining(ctx))?.state).toBe("cancelled")
    expect(await currentModel(ctx)).toBeUndefined()
  })

  test("that crashes again and again is given up", async () => {
    const { ctx } = await busyShop(0)
    const trainingId = await requestTraining(ctx, "demand")
    await ctx.transact(({ rows }) =>
      rows.training.updateMany({ where: { id: trainingId }, data: { attempts: 3, state: "running" } }),
    )
    expect(await trainShop(ctx, trainingId, { backend: "wasm" })).toBe("nothing to do")
    const training = await lastTraining(ctx)
    expect([training?.state, training?.detail]).toEqual(["failed", { cause: "crashed" }])
  })

  test("forgets who was erased, and what is too old", async () => {
    const { ctx } = await busyShop()
    await train(ctx)
    await ctx.transact(({ rows }) => rows.signal.deleteMany({ where: { visitorId: { not: "vis_1" } } }))
    expect(await train(ctx)).toBe("published")
    later()
    expect((await currentModel(ctx))?.kind).toBe("content")
    await ctx.transact(({ rows, now }) =>
      rows.signal.updateMany({ where: {}, data: { at: new Date(now.getTime() - days(401)) } }),
    )
    expect(await forgetOldSignals(ctx)).toBe(4)
  })

  test("is not published when it is a step back from what serves", async () => {
    const { ctx } = await busyShop()
    await train(ctx)
    const boast = { blend: { recall20: 1 }, popularity: { recall20: 0.001 } }
    await ctx.transact(({ rows }) => rows.learnedModel.updateMany({ where: {}, data: { figures: boast } }))
    expect(await train(ctx)).toBe("rejected")
    later()
    expect((await currentModel(ctx))?.version).toBe(1)
    const detail: TrainingDetail = Object((await lastTraining(ctx))?.detail)
    expect(detail.cause).toBe("worse")
  })
})

describe("the model that serves", () => {
  test("is the last whole one when a newer one is cut short or spoilt", async () => {
    const { ctx, productIds } = await busyShop()
    await train(ctx)
    await visit(ctx, productIds, 10, (n) => `vis_more_${n}`)
    await train(ctx)
    await ctx.transact(
      ({ sql, tenantId }) => sql`
        update learned_model set bytes = substring(bytes from 1 for length(bytes) / 2) where tenant_id = ${tenantId} and version = 2`,
    )
    await train(ctx)
    await ctx.transact(
      ({ sql, tenantId }) => sql`
        update learned_model set bytes = set_byte(bytes, length(bytes) - 1, 255) where tenant_id = ${tenantId} and version = 3`,
    )
    const served = await currentModel(ctx)
    expect(served?.version).toBe(1)
    const past = [{ item: served?.places.get(productIds[0] ?? "") ?? 0, weight: 1 }]
    const scores = served && scoreAll(served.model, past, served.model.blends.person)
    expect(topOf(scores ?? new Float32Array(0), 3, () => false)).toHaveLength(3)
  })

  test("goes on serving from memory when what lies in the database is spoilt", async () => {
    const { ctx } = await busyShop()
    await train(ctx)
    expect((await currentModel(ctx))?.version).toBe(1)
    await ctx.transact(({ sql, tenantId }) => sql`update learned_model set bytes = '' where tenant_id = ${tenantId}`)
    later()
    expect((await currentModel(ctx))?.version).toBe(1)
  })

  test("is one of the newest three; older ones are thrown away", async () => {
    const { ctx } = await busyShop(0)
    for (let round = 0; round < 5; round++) await train(ctx)
    const versions = await ctx.read(({ rows }) => rows.learnedModel.findMany({ orderBy: { version: "asc" } }))
    expect(versions.map(({ version }) => version)).toEqual([3, 4, 5])
  })
})

test("due are shops that never trained, or have heard enough since", async () => {
  const { ctx, productIds } = await busyShop(2)
  const isDue = async () => (await dueTrainings(world.platform)).find(({ tenantId }) => tenantId === ctx.tenant.id)?.reason
  expect(await isDue()).toBe("nightly")
  await requestTraining(ctx, "nightly")
  expect(await isDue()).toBeUndefined()
  await cancelTraining(ctx, (await lastTraining(ctx))?.id ?? "")
  world.clock.advance(days(2))
  expect(await isDue()).toBeUndefined()
  world.clock.advance(hours(3))
  await visit(ctx, productIds, 1)
  expect(await isDue()).toBe("nightly")
})
