import { beforeAll, describe, expect, test } from "vitest"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { unpublishProduct } from "#server/domain/catalog/index.ts"
import { recordSignals, type SignalKind } from "#server/domain/insights/index.ts"
import { setOnHand } from "#server/domain/inventory/index.ts"
import {
  personalShelves,
  productShelves,
  requestTraining,
  setRule,
  trainingOverview,
} from "#server/domain/recommendations/index.ts"
import { minutes } from "#server/kernel/clock.ts"
import { newId } from "#server/kernel/ids.ts"
import { type Goods, publishGoods } from "#tests/support/goods.ts"
import { openWorld } from "#tests/support/open-world.ts"
import { openTensors } from "#workers/training/tensors/open-tensors.ts"
import { trainShop } from "#workers/training/train-shop.ts"

const world = await openWorld()
beforeAll(async () => void (await openTensors("wasm")))

const titles = ["Tea cup", "Tea pot", "Tea tin", "Tea spoon", "Felt hat", "Straw hat", "Rain hat", "Wool hat"]

/** Tea people and hat people: each looks at three of four, and buys two of them together. */
async function trainedShop(): Promise<{ ctx: TenantContext; goods: Goods[] }> {
  const ctx = await world.openTestShop()
  const goods: Goods[] = []
  for (const title of titles) goods.push(await publishGoods(ctx, { title, newCategory: title.includes("Tea") ? "Tea" : "Hats" }))
  const told = Array.from({ length: 60 }, (_, visitor) => {
    const camp = (visitor % 2) * 4
    return [0, 1, 2].map((step) => ({
      visitorId: `vis_${visitor}`,
      kind: "view" as SignalKind,
      place: camp + ((step + visitor) % 4),
    }))
  }).flat()
  const bought = Array.from({ length: 20 }, (_, visitor) =>
    [0, 1].map((place) => ({ visitorId: `vis_${visitor}`, kind: "cart" as SignalKind, place: (visitor % 2) * 4 + place })),
  ).flat()
  for (const part of [told, bought]) {
    await recordSignals(
      ctx,
      part.map(({ visitorId, kind, place }) => ({ visitorId, kind, productId: goods[place]?.productId ?? null })),
    )
    world.clock.advance(minutes(1))
  }
  expect(await trainShop(ctx, await requestTraining(ctx, "demand"), { backend: "wasm" })).toBe("published")
  world.clock.advance(minutes(1))
  return { ctx, goods }
}

const titlesOf = (items: readonly { readonly card: { readonly title: string } }[]) => items.map(({ card }) => card.title)
const wish = (visitorId: string, productIds: readonly string[] = []) => ({
  place: "home" as const,
  visitorId,
  productIds,
  count: 3,
})

describe("for a person", () => {
  test("without a past it is what most look at; after two clicks it is theirs, and says why", async () => {
    const { ctx, goods } = await trainedShop()
    const visitorId = newId("visitor")
    const before = await personalShelves(ctx, wish(visitorId))
    expect(before.shelves.map(({ kind }) => kind)).toEqual(["popular"])
    await recordSignals(
      ctx,
      [4, 5].map((place) => ({ visitorId, kind: "view", productId: goods[place]?.productId ?? null })),
    )
    const after = await personalShelves(ctx, wish(visitorId))
    const [own] = after.shelves
    expect(own?.kind).toBe("for-you")
    expect(titlesOf(own?.items ?? []).filter((title) => title.includes("hat")).length).toBeGreaterThanOrEqual(2)
    for (const { reason } of own?.items ?? []) expect(["because", "taste"]).toContain(reason.kind)
  })

  test("the cart is answered with what was bought with it; nothing of it is offered again", async () => {
    const { ctx, goods } = await trainedShop()
    const { shelves } = await personalShelves(ctx, { ...wish(newId("visitor"), [goods[0]?.productId ?? ""]), place: "cart" })
    expect(shelves[0]?.kind).toBe("together")
    expect(titlesOf(shelves[0]?.items ?? [])).toEqual(["Tea pot"])
    expect(shelves.flatMap(({ items }) => titlesOf(items))).not.toContain("Tea cup")
  })

  test("what is sold out, hidden or excluded is left out by the next look; pins come first", async () => {
    const { ctx, goods } = await trainedShop()
    const visitorId = "vis_1"
    const shown = async () =>
      (await personalShelves(ctx, { ...wish(visitorId), count: 8 })).shelves.flatMap(({ items }) => titlesOf(items))
    expect(await shown()).toEqual(expect.arrayContaining(["Felt hat", "Straw hat", "Rain hat"]))
    await setOnHand(ctx, goods[4]?.variantIds[0] ?? "", 0)
    await unpublishProduct(ctx, goods[5]?.productId ?? "")
    await setRule(ctx, goods[6]?.productId ?? "", "exclude")
    await setRule(ctx, goods[2]?.productId ?? "", "pin")
    const left = await shown()
    for (const gone of ["Felt hat", "Straw hat", "Rain hat"]) expect(left).not.toContain(gone)
    expect(left[0]).toBe("Tea tin")
    await setRule(ctx, goods[6]?.productId ?? "", "none")
    expect(await shown()).toContain("Rain hat")
  })

  test("a shop without a model offers what is newest, and an empty one nothing", async () => {
    const ctx = await world.openTestShop()
    expect((await personalShelves(ctx, wish("vis_1"))).shelves).toEqual([])
    await publishGoods(ctx, { title: "First" })
    const { shelves } = await personalShelves(ctx, wish("vis_1"))
    expect(shelves).toMatchObject([{ kind: "popular", items: [{ card: { title: "First" }, reason: { kind: "new" } }] }])
  })

  test("another shop's past of the same visitor says nothing here", async () => {
    const { ctx } = await trainedShop()
    const other = await trainedShop()
    const visitorId = newId("visitor")
    await recordSignals(other.ctx, [{ visitorId, kind: "view", productId: other.goods[4]?.productId ?? null }])
    expect((await personalShelves(ctx, wish(visitorId))).shelves.map(({ kind }) => kind)).toEqual(["popular"])
  })
})

describe("with a product", () => {
  test("goes what is like it and what is bought with it, none twice", async () => {
    const { ctx, goods } = await trainedShop()
    const { similar, together } = await productShelves(ctx, goods[0]?.productId ?? "", 3)
    expect(titlesOf(together.items)).toEqual(["Tea pot"])
    expect(titlesOf(similar.items)).not.toContain("Tea pot")
    expect(
      titlesOf(similar.items)
        .slice(0, 2)
        .every((title) => title.includes("Tea")),
    ).toBe(true)
  })

  test("that was published after the training goes what says the like of itself", async () => {
    const { ctx } = await trainedShop()
    const { productId } = await publishGoods(ctx, { title: "Tea cups", newCategory: "Tea" })
    const { similar, together } = await productShelves(ctx, productId, 2)
    expect([similar.items[0]?.card.title, together.items]).toEqual(["Tea cup", []])
  })
})

test("the merchant sees versions, rulings, and what came of what was shown", async () => {
  const { ctx, goods } = await trainedShop()
  const [first, second] = goods.map(({ productId }) => productId)
  const tell = (kind: SignalKind, productId: string | null) => recordSignals(ctx, [{ visitorId: "vis_900", kind, productId }])
  await tell("shown", null)
  await tell("picked", first ?? null)
  await tell("cart", first ?? null)
  await tell("cart", second ?? null)
  await setRule(ctx, first ?? "", "pin")
  const seen = await trainingOverview(ctx)
  expect(seen).toMatchObject({ version: 1, kind: "learned", effect: { shown: 1, picked: 1, added: 1, bought: 0 } })
  expect(seen.trainings[0]).toMatchObject({ state: "published", percent: 100 })
  expect(seen.rules.map(({ card, kind }) => [card.title, kind])).toEqual([["Tea cup", "pin"]])
  expect(seen.popular).toHaveLength(7)
  expect(await trainingOverview(await world.openTestShop())).toMatchObject({
    version: null,
    trainings: [],
    rules: [],
    popular: [],
  })
})
