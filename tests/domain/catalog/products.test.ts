import { expect, test } from "vitest"
import {
  addPicture,
  expandVariants,
  findProductById,
  productForm,
  publishProduct,
  removePicture,
  unpublishProduct,
} from "#server/domain/catalog/index.ts"
import { changeStockedProduct, createStockedProduct } from "#server/domain/inventory/index.ts"
import { money } from "#server/kernel/money.ts"
import { isRefusalOf } from "#server/messages/refusals.ts"
import { caught } from "#tests/support/caught.ts"
import { draftOf, publishGoods } from "#tests/support/goods.ts"
import { openWorld } from "#tests/support/open-world.ts"

const world = await openWorld()

const size = { name: "Size", values: ["S", "M"] }

test("equal titles get addresses of their own, and made-up numbers are free", async () => {
  const shop = await world.openTestShop()
  const [one, two] = [await createStockedProduct(shop, draftOf("USD")), await createStockedProduct(shop, draftOf("USD"))]
  expect([one.slug, two.slug]).toEqual(["blue-mug", "blue-mug-2"])
  const skus = await shop.read(({ rows }) => rows.variant.findMany({ select: { sku: true } }))
  expect(new Set(skus.map(({ sku }) => sku)).size).toBe(2)
})

test("a number that is taken is refused by name, and nothing is written", async () => {
  const shop = await world.openTestShop()
  const draft = draftOf("USD", { options: [size] })
  const numbered = (...skus: string[]) => ({
    ...draft,
    variants: draft.variants.map((variant, i) => ({ ...variant, sku: skus[i] ?? "" })),
  })
  await createStockedProduct(shop, numbered("A-1", "A-2"))
  for (const skus of [
    ["B-1", "A-2"],
    ["C-1", "C-1"],
  ]) {
    const refusal = await caught(createStockedProduct(shop, numbered(...skus)))
    expect(isRefusalOf(refusal, "catalog.sku-taken") && refusal.details).toEqual({ sku: skus[1] })
  }
  expect(await shop.read(({ rows }) => rows.product.count())).toBe(1)
  await createStockedProduct(await world.openTestShop(), numbered("A-1", "A-2"))
})

test("a product is publishable with a price and a picture, and its first publication counts", async () => {
  const shop = await world.openTestShop()
  const missing = async (id: string) => {
    const refusal = await caught(publishProduct(shop, id))
    return isRefusalOf(refusal, "catalog.not-publishable") ? refusal.details?.missing : refusal
  }
  const { productId } = await createStockedProduct(shop, draftOf("USD", { priceMinor: 0 }))
  expect(await missing(productId)).toBe("price")
  await changeStockedProduct(shop, productId, draftOf("USD", { priceMinor: 100 }))
  expect(await missing(productId)).toBe("picture")
  await addPicture(shop, productId, new Uint8Array([1]), "Mug")
  await publishProduct(shop, productId)
  const first = await findProductById(shop, productId)
  await unpublishProduct(shop, productId)
  await publishProduct(shop, productId)
  await publishProduct(shop, productId)
  const again = await findProductById(shop, productId)
  expect(again?.publishedAt).toEqual(first?.publishedAt)
  expect(again?.revision).toBe((first?.revision ?? 0) + 2)
  expect(isRefusalOf(await caught(publishProduct(shop, "prd_none")), "catalog.product-not-found")).toBe(true)
})

test("a revision keeps known variants with their stock, drops others, adds new ones", async () => {
  const shop = await world.openTestShop()
  const { productId, variantIds } = await publishGoods(shop, { options: [size], onHand: 3 })
  const colours = { name: "Size", values: ["M", "L"] }
  await changeStockedProduct(
    shop,
    productId,
    draftOf("USD", { title: "Green Mug", options: [colours], priceMinor: 900, onHand: 8 }),
  )
  const sheet = await findProductById(shop, productId)
  expect(sheet).toMatchObject({ title: "Green Mug", slug: "blue-mug", status: "published", options: [colours] })
  expect(sheet?.variants).toMatchObject([
    { id: variantIds[1], choices: ["M"], price: money(900, "USD"), onHand: 3 },
    { choices: ["L"], price: money(900, "USD"), onHand: 8 },
  ])
  const from = await shop.read(({ rows }) => rows.product.findMany({ select: { fromMinor: true } }))
  expect(from).toEqual([{ fromMinor: 900n }])
})

test("a variant that an order holds cannot be dropped", async () => {
  const shop = await world.openTestShop()
  const { productId, variantIds } = await publishGoods(shop, { options: [size] })
  await shop.transact(({ rows }) =>
    rows.stockLevel.updateMany({ where: { variantId: variantIds[0] ?? "" }, data: { reserved: 2 } }),
  )
  const refusal = await caught(
    changeStockedProduct(shop, productId, draftOf("USD", { options: [{ name: "Size", values: ["M"] }] })),
  )
  expect(isRefusalOf(refusal, "inventory.below-reserved") && refusal.details).toEqual({ reserved: 2 })
  expect((await findProductById(shop, productId))?.variants).toHaveLength(2)
})

test("another shop's category and product are as if they were not there", async () => {
  const [shop, other] = [await world.openTestShop(), await world.openTestShop()]
  const { productId } = await publishGoods(other, { newCategory: "Theirs" })
  const theirs = (await findProductById(other, productId))?.categoryId ?? ""
  expect(
    isRefusalOf(await caught(createStockedProduct(shop, draftOf("USD", { categoryId: theirs }))), "catalog.category-not-found"),
  ).toBe(true)
  expect(isRefusalOf(await caught(changeStockedProduct(shop, productId, draftOf("USD"))), "catalog.product-not-found")).toBe(true)
  expect(isRefusalOf(await caught(addPicture(shop, productId, new Uint8Array([1]), "")), "catalog.product-not-found")).toBe(true)
})

test("pictures are kept in three widths, in order, and go with their files", async () => {
  const shop = await world.openTestShop()
  const { productId } = await createStockedProduct(shop, draftOf("USD"))
  const first = await addPicture(shop, productId, new Uint8Array([1]), "First")
  const second = await addPicture(shop, productId, new Uint8Array([2]), "Second")
  expect((await findProductById(shop, productId))?.pictures).toEqual([first, second])
  const names = () => [...world.ports.files.stored.keys()].filter((name) => name.startsWith(`${shop.tenant.id}/`))
  expect(names()).toEqual(
    [first, second].flatMap(({ key }) => [320, 640, 1280].map((width) => `${shop.tenant.id}/${key}-${width}.webp`)),
  )

  expect(isRefusalOf(await caught(addPicture(shop, productId, new Uint8Array(), "")), "catalog.bad-picture")).toBe(true)
  await removePicture(shop, productId, first.key)
  await removePicture(shop, productId, first.key)
  expect((await findProductById(shop, productId))?.pictures).toEqual([second])
  expect(names()).toHaveLength(3)
})

test("each change is told, with whether everyone may see it", async () => {
  const shop = await world.openTestShop()
  const { productId, slug } = await publishGoods(shop)
  await unpublishProduct(shop, productId)
  const events = await shop.read(({ rows }) =>
    rows.outboxEvent.findMany({ where: { name: "product.changed" }, orderBy: { id: "asc" } }),
  )
  expect(events.map(({ payload }) => payload)).toEqual(
    [false, false, true, false].map((isPublic) => ({ productId, slug, public: isPublic })),
  )
})

test("variants are all combinations, at most one more than allowed", () => {
  expect(expandVariants([])).toEqual([[]])
  expect(expandVariants([size, { name: "Colour", values: ["Red", "Blue"] }])).toEqual([
    ["S", "Red"],
    ["S", "Blue"],
    ["M", "Red"],
    ["M", "Blue"],
  ])
  const many = { name: "N", values: Array.from({ length: 50 }, (_, n) => String(n)) }
  expect(expandVariants([many, many, many])).toHaveLength(101)
})

test("a merchant's form is read exactly: prices in the currency, values by commas, combinations that exist", () => {
  const form = {
    title: " Mug ",
    options: [{ name: "Size", values: "S, M，L" }],
    variants: [{ choices: ["M"], price: "12,50", onHand: "3" }],
  }
  expect(productForm("EUR").parse(form)).toMatchObject({
    title: "Mug",
    categoryId: null,
    options: [{ values: ["S", "M", "L"] }],
    variants: [{ sku: "", price: money(1250, "EUR"), onHand: 3 }],
  })
  const variant = form.variants[0]
  const bad = [
    { title: " " },
    { variants: [] },
    { variants: [{ ...variant, price: "1.234" }] },
    { variants: [{ ...variant, onHand: "-1" }] },
    { variants: [{ ...variant, onHand: "1.5" }] },
    { variants: [{ ...variant, choices: ["XL"] }] },
    { variants: [variant, variant] },
    { options: [{ name: "Size", values: "S,S,M" }] },
    { options: [{ name: "Size", values: " , " }] },
  ]
  for (const part of bad) expect(productForm("EUR").safeParse({ ...form, ...part }).success, JSON.stringify(part)).toBe(false)
  expect(productForm("JPY").safeParse({ ...form, variants: [{ ...variant, price: "12.5" }] }).success).toBe(false)
})
