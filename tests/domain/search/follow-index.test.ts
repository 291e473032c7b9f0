import { expect, test } from "vitest"
import { createIndexFollower } from "#server/platform/postgres/product-search/follow-index.ts"
import { packParts, takeParts } from "#server/platform/postgres/product-search/parts.ts"
import { createShopIndex } from "#server/platform/postgres/product-search/shop-index.ts"
import { createPostgresProductSearch } from "#server/platform/postgres/product-search.ts"
import { documentFor, tuningFor, wishFor } from "#tests/support/search-documents.ts"
import { openWorld } from "#tests/support/open-world.ts"

const world = await openWorld()
const goods = (from: number, count: number) =>
  Array.from({ length: count }, (_, n) => documentFor(`prd_${String(from + n).padStart(4, "0")}`, { title: `Lamp ${from + n}` }))

test("two processes answer with what either of them has written", async () => {
  const { id } = (await world.openTestShop()).tenant
  const [one, other] = [createPostgresProductSearch(world.tenancy), createPostgresProductSearch(world.tenancy)]
  const total = async (engine: typeof one) => (await engine.find(id, wishFor("lamp"))).total
  await one.put(id, goods(0, 3), tuningFor())
  expect([await total(one), await total(other)]).toEqual([3, 3])
  await other.remove(id, ["prd_0001"])
  await one.put(id, goods(10, 2), tuningFor())
  expect([await total(one), await total(other)]).toEqual([4, 4])
})

test("more changes than fit one answer, and many questions at once", async () => {
  const { id } = (await world.openTestShop()).tenant
  const [writer, reader] = [createPostgresProductSearch(world.tenancy), createPostgresProductSearch(world.tenancy)]
  await writer.put(id, goods(0, 1), tuningFor())
  expect((await reader.find(id, wishFor("lamp"))).total).toBe(1)
  await writer.put(id, goods(1, 1_100), tuningFor())
  const totals = await Promise.all(Array.from({ length: 8 }, async () => (await reader.find(id, wishFor("lamp"))).total))
  expect((await reader.find(id, wishFor("lamp"))).total).toBe(1_101)
  expect(Math.max(...totals)).toBeLessThanOrEqual(1_101)
})

test("parts bring back the index as it was, at the revision that it had, and of one shop alone", async () => {
  const [mine, theirs] = [(await world.openTestShop()).tenant.id, (await world.openTestShop()).tenant.id]
  const engine = createPostgresProductSearch(world.tenancy)
  await engine.put(mine, goods(0, 20), tuningFor())
  await engine.remove(mine, ["prd_0003"])
  const index = await createIndexFollower(world.tenancy).indexOf(mine, tuningFor())
  await packParts(world.tenancy, mine, { generation: 1, index, revision: 2n, productId: "prd_0003" })
  const fresh = { generation: 1, index: createShopIndex(tuningFor()), revision: 0n, productId: "" }
  await takeParts(world.tenancy, mine, fresh)
  expect(fresh.revision).toBe(2n)
  expect(fresh.index.find(wishFor("lamp"))).toEqual(index.find(wishFor("lamp")))
  const foreign = { generation: 1, index: createShopIndex(tuningFor()), revision: 0n, productId: "" }
  await takeParts(world.tenancy, theirs, foreign)
  expect(foreign.index.size).toBe(0)
})
