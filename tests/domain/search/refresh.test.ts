import { expect, test } from "vitest"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { unpublishProduct } from "#server/domain/catalog/index.ts"
import {
  checkDrift,
  dueShops,
  indexLag,
  indexProducts,
  noteDue,
  refreshDue,
  reindexShop,
  searchProducts,
} from "#server/domain/search/index.ts"
import { createPostgresProductSearch } from "#server/platform/postgres/product-search.ts"
import { publishGoods } from "#tests/support/goods.ts"
import { openWorld } from "#tests/support/open-world.ts"

const world = await openWorld()
const shopWithSearch = async (): Promise<TenantContext> => {
  const plain = await world.openTestShop()
  return { ...plain, ports: { ...plain.ports, search: createPostgresProductSearch(world.tenancy) } }
}
const total = async (shop: TenantContext) =>
  (await searchProducts(shop, { words: "kite", filters: {}, sort: null, page: 1 })).total

test("what is due is made once, of this shop alone, and what left is taken out", async () => {
  const [shop, other] = [await shopWithSearch(), await shopWithSearch()]
  const { productId } = await publishGoods(shop, { title: "Kite" })
  for (let n = 0; n < 5; n++) await noteDue(shop, [productId, productId])
  world.clock.advance(1_000)
  expect(await dueShops(world.platform)).toEqual([shop.tenant.id])
  expect(await indexLag(world.platform)).toMatchObject({ waiting: 1, shops: 1 })
  expect(await refreshDue(other)).toBe(0)
  expect(await refreshDue(shop)).toBe(1)
  expect(await refreshDue(shop)).toBe(0)
  expect([await total(shop), await total(other)]).toEqual([1, 0])
  await unpublishProduct(shop, productId)
  await noteDue(shop, [productId])
  world.clock.advance(1_000)
  await refreshDue(shop)
  expect(await shop.ports.search.differing(shop.tenant.id, [], { after: "", upTo: null })).toEqual([])
})

test("a failure leaves it due", async () => {
  const shop = await shopWithSearch()
  const { productId } = await publishGoods(shop, { title: "Kite" })
  await noteDue(shop, [productId])
  world.clock.advance(1_000)
  const broken = {
    ...shop,
    ports: { ...shop.ports, search: { ...shop.ports.search, put: () => Promise.reject(new Error("away")) } },
  }
  await expect(refreshDue(broken)).rejects.toThrow("away")
  expect(await refreshDue(shop)).toBe(1)
})

test("drift is found and repaired, in both directions", async () => {
  const shop = await shopWithSearch()
  const [kept, gone] = [await publishGoods(shop, { title: "Kite" }), await publishGoods(shop, { title: "Old kite" })]
  await indexProducts(shop, [gone.productId])
  await unpublishProduct(shop, gone.productId)
  expect(await checkDrift(shop)).toBe(2)
  world.clock.advance(1_000)
  await refreshDue(shop)
  expect(await checkDrift(shop)).toBe(0)
  expect(await total(shop)).toBe(1)
  expect(kept.productId).not.toBe(gone.productId)
})

test("a full reindex makes everything, and says how far it is", async () => {
  const shop = await shopWithSearch()
  for (let n = 0; n < 3; n++) await publishGoods(shop, { title: `Kite ${n}` })
  expect(await reindexShop(shop)).toBe(3)
  expect(await total(shop)).toBe(3)
  expect(await shop.ports.search.reindexState(shop.tenant.id)).toMatchObject({ isRunning: false, done: 3, wanted: 3 })
})
