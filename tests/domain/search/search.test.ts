import { expect, test } from "vitest"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { unpublishProduct } from "#server/domain/catalog/index.ts"
import { indexProducts, searchMarket, searchProducts, type SearchQuestion } from "#server/domain/search/index.ts"
import { suspendTenant } from "#server/domain/tenants/index.ts"
import { createPostgresProductSearch } from "#server/platform/postgres/product-search.ts"
import { type GoodsWish, publishGoods } from "#tests/support/goods.ts"
import { openWorld } from "#tests/support/open-world.ts"
import type { World } from "#tests/support/world.ts"

const world = await openWorld()

/** A shop whose goods are found by the built-in engine. */
async function openShopWith(
  goods: readonly GoodsWish[],
  wish: Parameters<World["openTestShop"]>[0] = {},
): Promise<TenantContext> {
  const plain = await world.openTestShop(wish)
  const shop = { ...plain, ports: { ...plain.ports, search: createPostgresProductSearch(world.tenancy) } }
  for (const one of goods) await indexProducts(shop, [(await publishGoods(shop, one)).productId])
  return shop
}

const market = { shops: [], isAvailable: false, isGrouped: false, page: 1 }
const question = (words: string, page = 1): SearchQuestion => ({ words, filters: {}, sort: null, page })
const titles = async (shop: TenantContext, words: string) =>
  (await searchProducts(shop, question(words))).products.map(({ title }) => title)

test("words are found by their beginning, in title, category, vendor, options and description, without case or accents", async () => {
  const shop = await openShopWith([
    {
      title: "Café Grinder",
      vendor: "Moulin",
      newCategory: "Kitchen",
      description: "Burrs of steel",
      options: [{ name: "Colour", values: ["Crimson"] }],
    },
    { title: "Wool Blanket", description: "For the kitchen bench" },
  ])
  for (const query of ["cafe", "CAFÉ grind", "moulin", "crimson", "burr"])
    expect(await titles(shop, query), query).toEqual(["Café Grinder"])
  expect(await titles(shop, "kitchen")).toHaveLength(2)
  expect(await titles(shop, "kitchen wool")).toEqual(["Wool Blanket"])
  expect(await titles(shop, " ;&| ")).toEqual([])
})

test("the title outweighs the text, and a title that begins as typed comes first", async () => {
  const shop = await openShopWith([
    { title: "Teapot", description: "a mug is sold apart" },
    { title: "Large Enamel Mug" },
    { title: "Mug" },
  ])
  expect(await titles(shop, "mug")).toEqual(["Mug", "Large Enamel Mug", "Teapot"])
})

test("slips of the finger, other endings and parts of German words are found", async () => {
  const shop = await openShopWith([{ title: "Leather Wallet" }, { title: "Wool Scarf" }])
  expect(await titles(shop, "lether walet")).toEqual(["Leather Wallet"])
  expect(await titles(shop, "scarfs")).toEqual(["Wool Scarf"])
  const german = await openShopWith([{ title: "Ledertasche" }, { title: "Müller-Schränke" }], { language: "de", currency: "EUR" })
  expect(await titles(german, "Taschen")).toEqual(["Ledertasche"])
  for (const words of ["Schrank", "schraenke", "mueller"]) expect(await titles(german, words), words).toEqual(["Müller-Schränke"])
  expect(await titles(shop, "bicycle")).toEqual([])
})

test("Chinese is found by any part", async () => {
  const shop = await openShopWith([{ title: "手工青瓷茶壶" }, { title: "竹编茶盘" }], {
    language: "zh",
    currency: "CNY",
    country: "CN",
  })
  expect(await titles(shop, "茶壶")).toEqual(["手工青瓷茶壶"])
  expect(await titles(shop, "青瓷茶")).toEqual(["手工青瓷茶壶"])
  expect(await titles(shop, "茶")).toHaveLength(2)
  expect(await titles(shop, "壶茶")).toEqual([])
})

test("a product that is taken off the shelf is no longer found, before and after the index knows", async () => {
  const shop = await openShopWith([])
  const { productId } = await publishGoods(shop, { title: "Lantern" })
  await indexProducts(shop, [productId])
  await indexProducts(shop, [productId])
  expect(await titles(shop, "lantern")).toEqual(["Lantern"])
  await unpublishProduct(shop, productId)
  expect(await titles(shop, "lantern")).toEqual([])
  await indexProducts(shop, [productId])
  expect((await searchProducts(shop, question("lantern"))).total).toBe(0)
})

test("results come in pages", async () => {
  const shop = await openShopWith(Array.from({ length: 25 }, (_, n) => ({ title: `Bead ${n}` })))
  expect(await searchProducts(shop, question("bead", 2))).toMatchObject({ total: 25, page: 2, pages: 2, products: [{}] })
  expect((await searchProducts(shop, question("bead", 3))).products).toEqual([])
})

test("the market finds across open shops, and not in suspended ones", async () => {
  const [one, other] = [await openShopWith([{ title: "Paper Kite" }]), await openShopWith([{ title: "Silk Kite" }])]
  const found = async () =>
    (await searchMarket(world.platform, { ...market, words: "kite" })).products.map(({ title, shop }) => [title, shop.slug])
  expect(new Set(await found())).toEqual(
    new Set([
      ["Paper Kite", one.tenant.slug],
      ["Silk Kite", other.tenant.slug],
    ]),
  )
  await suspendTenant(world.platform, other.tenant.id)
  expect(await found()).toEqual([["Paper Kite", one.tenant.slug]])
  expect((await searchMarket(world.platform, { ...market, words: "'|!" })).products).toEqual([])
})

test("the market counts by shop, narrows to shops and to what can be bought, and shows the best of each", async () => {
  const [one, other] = [
    await openShopWith(Array.from({ length: 6 }, (_, n) => ({ title: `Pennant ${n}` }))),
    await openShopWith([{ title: "Pennant" }, { title: "Gone pennant", onHand: 0 }]),
  ]
  const [first, second] = [one.tenant.slug, other.tenant.slug]
  const ask = (wish: object) => searchMarket(world.platform, { ...market, words: "pennant", ...wish })
  const counts = (await ask({})).shops.map(({ value, count }) => [value, count])
  expect(counts).toEqual([
    [first, 6],
    [second, 2],
  ])
  const narrowed = await ask({ shops: [second] })
  expect([narrowed.total, narrowed.products.every(({ shop }) => shop.slug === second)]).toEqual([2, true])
  expect(narrowed.shops).toHaveLength(2)
  expect((await ask({ shops: [second], isAvailable: true })).products.map(({ title }) => title)).toEqual(["Pennant"])
  const grouped = (await ask({ isGrouped: true })).products.map(({ shop }) => shop.slug)
  expect(grouped.filter((slug) => slug === first)).toHaveLength(4)
  expect(grouped.filter((slug, at) => slug !== grouped[at - 1])).toHaveLength(2)
  expect(await ask({ shops: ["nobody"] })).toMatchObject({ total: 0, products: [] })
})
