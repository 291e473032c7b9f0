import { expect, test } from "vitest"
import { unpublishProduct } from "#server/domain/catalog/index.ts"
import { similarProducts } from "#server/domain/recommendations/index.ts"
import { publishGoods } from "#tests/support/goods.ts"
import { openWorld } from "#tests/support/open-world.ts"

const world = await openWorld()

test("what shares category, words, vendor and price comes first; what cannot be bought comes last", async () => {
  const shop = await world.openTestShop()
  const target = await publishGoods(shop, { title: "Green Tea Cup", newCategory: "Cups", priceMinor: 1000 })
  await publishGoods(shop, { title: "Garden Hose", newCategory: "Garden", priceMinor: 90_000 })
  await publishGoods(shop, { title: "Brown Tea Cup", newCategory: "Cups", priceMinor: 1000 })
  await publishGoods(shop, { title: "Goblet", newCategory: "Cups", priceMinor: 1000 })
  await publishGoods(shop, { title: "Green Tea Cups", newCategory: "Cups", priceMinor: 1000, onHand: 0 })
  const hidden = await publishGoods(shop, { title: "Green Tea Cup XL", newCategory: "Cups" })
  await unpublishProduct(shop, hidden.productId)
  await publishGoods(await world.openTestShop(), { title: "Green Tea Cup", newCategory: "Cups" })

  const found = await similarProducts(shop, target.productId, 8)
  expect(found.map(({ title }) => title)).toEqual(["Brown Tea Cup", "Goblet", "Garden Hose", "Green Tea Cups"])
  expect(await similarProducts(shop, target.productId, 1)).toMatchObject([
    { title: "Brown Tea Cup", from: { minor: 1000n, currency: "USD" } },
  ])
  expect(await similarProducts(shop, "prd_none", 4)).toEqual([])
})
