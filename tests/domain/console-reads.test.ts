import { expect, test } from "vitest"
import { addPicture, describePicture, findProductById } from "#server/domain/catalog/index.ts"
import { listStaff } from "#server/domain/identity/index.ts"
import { recordSignal, visitorsNow } from "#server/domain/insights/index.ts"
import { createStockedProduct } from "#server/domain/inventory/index.ts"
import { credit, debit, listPostings, post } from "#server/domain/ledger/index.ts"
import { countUnshipped, ordersOfPostings } from "#server/domain/orders/index.ts"
import { viewSlug } from "#server/domain/tenants/index.ts"
import { minutes } from "#server/kernel/clock.ts"
import { money } from "#server/kernel/money.ts"
import { draftOf } from "#tests/support/goods.ts"
import { openWorld } from "#tests/support/open-world.ts"

const world = await openWorld()

test("an address is free, taken, reserved or malformed, as opening a shop would say", async () => {
  const { tenant } = await world.openTestShop()
  const states = await Promise.all(
    [`${tenant.slug}-2`, tenant.slug, "admin", "new", "a", "Ä b"].map((slug) => viewSlug(world.platform, slug)),
  )
  expect(states.map(({ state }) => state)).toEqual(["free", "taken", "reserved", "reserved", "malformed", "malformed"])
})

test("a shop's staff are its own, not its neighbour's", async () => {
  const [one, other] = [await world.openTestShop(), await world.openTestShop()]
  const staff = await listStaff(world.platform, one.tenant.id)
  expect(staff).toMatchObject([{ email: `owner@${one.tenant.slug}.test`, role: "owner" }])
  expect(staff).not.toContainEqual(expect.objectContaining({ email: `owner@${other.tenant.slug}.test` }))
})

test("a picture's words change, and the page is told; a picture that is gone stays gone", async () => {
  const shop = await world.openTestShop()
  const { productId } = await createStockedProduct(shop, draftOf("USD"))
  const { key } = await addPicture(shop, productId, new Uint8Array([1]), "Mug")
  const before = await findProductById(shop, productId)
  await describePicture(shop, productId, key, "A blue mug on a table")
  await describePicture(shop, productId, "pic_unknown", "Nothing")
  const after = await findProductById(shop, productId)
  expect(after?.pictures).toMatchObject([{ key, alt: "A blue mug on a table" }])
  expect(after?.revision).toBe((before?.revision ?? 0) + 1)
})

test("visitors are counted once, for five minutes", async () => {
  const shop = await world.openTestShop()
  for (const visitorId of ["vis_a", "vis_a", "vis_b"]) await recordSignal(shop, { visitorId, kind: "view", productId: null })
  expect(await visitorsNow(shop)).toBe(2)
  expect(await visitorsNow(await world.openTestShop())).toBe(0)
  world.clock.advance(minutes(6))
  expect(await visitorsNow(shop)).toBe(0)
})

test("postings are found by the payment that they tell of", async () => {
  const shop = await world.openTestShop()
  const amount = money(1_000, "USD")
  for (const reference of ["pay_1", "pay_2"]) {
    await shop.transact((work) =>
      post(work, { kind: "payment.settled", reference, entries: [debit("cash:clearing", amount), credit("revenue", amount)] }),
    )
  }
  const { postings, total } = await listPostings(shop, { references: ["pay_2"] })
  expect(total).toBe(1)
  expect(postings.map(({ reference }) => reference)).toEqual(["pay_2"])
  expect(await ordersOfPostings(shop, ["pay_1", "pay_2"])).toEqual([])
  expect(await countUnshipped(shop)).toBe(0)
})
