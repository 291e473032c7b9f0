import { expect, test } from "vitest"
import {
  createCategory,
  findProduct,
  findProductById,
  listAllProducts,
  listCategories,
  listProducts,
  newestAcrossShops,
  unpublishProduct,
} from "#server/domain/catalog/index.ts"
import { createStockedProduct } from "#server/domain/inventory/index.ts"
import { suspendTenant } from "#server/domain/tenants/index.ts"
import { draftOf, publishGoods } from "#tests/support/goods.ts"
import { openWorld } from "#tests/support/open-world.ts"

const world = await openWorld()

const size = { name: "Size", values: ["S", "M"] }

test("a list shows published products of this shop with price, picture and stock", async () => {
  const shop = await world.openTestShop()
  const { productId, slug } = await publishGoods(shop, {
    title: "Linen Shirt",
    vendor: "Weaver",
    newCategory: "Shirts",
    options: [size],
    onHand: 4,
  })
  await createStockedProduct(shop, draftOf("USD", { title: "Secret Draft" }))
  await publishGoods(await world.openTestShop(), { title: "Elsewhere" })

  const list = await listProducts(shop)
  expect(list).toMatchObject({ total: 1, page: 1, pages: 1 })
  expect(list.products).toEqual([
    {
      id: productId,
      slug,
      title: "Linen Shirt",
      vendor: "Weaver",
      categoryName: "Shirts",
      from: { minor: 2000n, currency: "USD" },
      priceVaries: false,
      free: 8,
      promisable: 8,
      variantCount: 2,
      publishedAt: expect.any(Date),
      picture: { key: expect.stringMatching(/^pic_/), alt: `Picture of ${slug}`, width: 1280, height: 960 },
    },
  ])
})

test("a list sorts, pages and filters by category, and counts past its end", async () => {
  const shop = await world.openTestShop()
  for (const [title, priceMinor, newCategory] of [
    ["Cup", 300, "Table"],
    ["Apron", 900, "Wear"],
    ["Bowl", 600, "Table"],
  ] as const) {
    await publishGoods(shop, { title, priceMinor, newCategory })
  }
  const titles = async (query: Parameters<typeof listProducts>[1]) =>
    (await listProducts(shop, query)).products.map(({ title }) => title)
  expect(await titles({ sort: "newest" })).toEqual(["Bowl", "Apron", "Cup"])
  expect(await titles({ sort: "price-asc" })).toEqual(["Cup", "Bowl", "Apron"])
  expect(await titles({ sort: "price-desc" })).toEqual(["Apron", "Bowl", "Cup"])
  expect(await titles({ sort: "title" })).toEqual(["Apron", "Bowl", "Cup"])
  expect(await titles({ categorySlug: "table" })).toEqual(["Bowl", "Cup"])
  expect(await listProducts(shop, { categorySlug: "none" })).toEqual({ products: [], total: 0, page: 1, pages: 1 })
  expect(await titles({ sort: "title", page: 2, perPage: 2 })).toEqual(["Cup"])
  expect(await listProducts(shop, { page: 9, perPage: 2 })).toEqual({ products: [], total: 3, page: 9, pages: 2 })
  expect((await listProducts(shop, { page: -1, perPage: 10_000 })).products).toHaveLength(3)
  expect(await listCategories(shop)).toMatchObject([
    { slug: "table", name: "Table", productCount: 2 },
    { slug: "wear", name: "Wear", productCount: 1 },
  ])
})

test("a product page holds everything; drafts and other shops' products are not found", async () => {
  const shop = await world.openTestShop()
  const { productId, slug, variantIds } = await publishGoods(shop, {
    title: "Coat",
    options: [size, { name: "Colour", values: ["Red"] }],
    newCategory: "Wear",
  })
  const page = await findProduct(shop, slug)
  expect(page).toMatchObject({
    id: productId,
    title: "Coat",
    category: { slug: "wear", name: "Wear" },
    options: [size, { name: "Colour", values: ["Red"] }],
  })
  expect(page?.variants).toMatchObject([
    { id: variantIds[0], choices: ["S", "Red"], price: { minor: 2000n, currency: "USD" }, free: 5, stockRevision: 1 },
    { id: variantIds[1], choices: ["M", "Red"] },
  ])
  expect(page?.pictures).toHaveLength(1)
  expect(page?.variants[0]).not.toHaveProperty("onHand")

  const other = await world.openTestShop()
  expect(await findProduct(other, slug)).toBeUndefined()
  expect(await findProductById(other, productId)).toBeUndefined()
  await unpublishProduct(shop, productId)
  expect(await findProduct(shop, slug)).toBeUndefined()
  expect(await findProductById(shop, productId)).toMatchObject({ status: "draft", variants: [{ onHand: 5, reserved: 0 }, {}] })
})

test("a merchant's list has drafts and finds by title and number, wildcards being letters", async () => {
  const shop = await world.openTestShop()
  await createStockedProduct(shop, draftOf("USD", { title: "100% Wool", onHand: 7 }))
  await publishGoods(shop, { title: "1000 Buttons" })
  expect((await listAllProducts(shop)).products.map(({ title, status, onHand }) => [title, status, onHand])).toEqual([
    ["1000 Buttons", "published", 5],
    ["100% Wool", "draft", 7],
  ])
  expect((await listAllProducts(shop, { query: "100%" })).products.map(({ title }) => title)).toEqual(["100% Wool"])
  expect((await listAllProducts(shop, { query: "1000-butt" })).products.map(({ title }) => title)).toEqual(["1000 Buttons"])
  expect(await listAllProducts(shop, { query: "none" })).toMatchObject({ products: [], total: 0 })
})

test("a category is made once by name", async () => {
  const shop = await world.openTestShop()
  const id = await createCategory(shop, "Tea")
  expect(await createCategory(shop, "tea")).toBe(id)
  expect(await createCategory(shop, "Tea!")).not.toBe(id)
  expect((await listCategories(shop)).map(({ slug }) => slug)).toEqual(["tea", "tea-2"])
})

test("the market shows every open shop in turn", async () => {
  const [one, other] = [await world.openTestShop(), await world.openTestShop({ currency: "JPY", name: "Other" })]
  for (const title of ["Kite One", "Kite Two", "Kite Three"]) await publishGoods(one, { title })
  await publishGoods(other, { title: "Kite Four" })
  const fresh = (await newestAcrossShops(world.platform, { perPage: 48 })).filter(({ title }) => title.startsWith("Kite"))
  expect(fresh.map(({ title }) => title)).toEqual(["Kite Four", "Kite Three", "Kite Two", "Kite One"])
  expect(fresh[0]).toMatchObject({
    from: { currency: "JPY" },
    shop: { slug: other.tenant.slug, name: "Other", host: other.tenant.host, language: "en" },
  })
  await suspendTenant(world.platform, other.tenant.id)
  expect((await newestAcrossShops(world.platform)).map(({ title }) => title)).not.toContain("Kite Four")
})
