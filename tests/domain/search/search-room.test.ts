import { expect, test } from "vitest"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { recordSignal } from "#server/domain/insights/index.ts"
import {
  changeSearchSettings,
  indexProducts,
  listRuledQuestions,
  moveSearchPin,
  readIndexState,
  readSearchSettings,
  recordSearch,
  reindexShop,
  requestReindex,
  ruledQuestion,
  searchProducts,
  searchReport,
  setSearchRule,
  synonymsText,
} from "#server/domain/search/index.ts"
import { newId } from "#server/kernel/ids.ts"
import { createPostgresProductSearch } from "#server/platform/postgres/product-search.ts"
import { defaultWeights } from "#server/ports/product-search.ts"
import { publishGoods } from "#tests/support/goods.ts"
import { openWorld } from "#tests/support/open-world.ts"

const world = await openWorld()

async function shopWith(...titles: string[]): Promise<{ shop: TenantContext; ids: string[] }> {
  const plain = await world.openTestShop()
  const shop = { ...plain, ports: { ...plain.ports, search: createPostgresProductSearch(world.tenancy) } }
  const ids: string[] = []
  for (const title of titles) ids.push((await publishGoods(shop, { title })).productId)
  await indexProducts(shop, ids)
  return { shop, ids }
}

const titles = async (shop: TenantContext, words: string) =>
  (await searchProducts(shop, { words, filters: {}, sort: null, page: 1 })).products.map(({ title }) => title)

const requests = (shop: TenantContext) =>
  shop.read(({ rows }) => rows.outboxEvent.count({ where: { name: "search.reindex-requested" } }))

test("synonyms hold both ways or one way, and stop words are not looked for", async () => {
  const { shop } = await shopWith("Parka", "Anorak", "Clog")
  const synonyms = "parka, anorak\r\n\r\nfootwear → clog"
  await changeSearchSettings(shop, { weights: defaultWeights, synonyms, stopWords: "fancy， nice" })
  expect(new Set(await titles(shop, "anorak"))).toEqual(new Set(["Anorak", "Parka"]))
  expect(await titles(shop, "footwear")).toEqual(["Clog"])
  expect(await titles(shop, "nice clog")).toEqual(["Clog"])
  const settings = await readSearchSettings(shop)
  expect(synonymsText(settings.synonyms)).toBe("parka, anorak\nfootwear > clog")
  expect(settings.stopWords).toEqual(["fancy", "nice"])
})

test.each([
  ["alone", 1],
  ["a, b\nfoot > boot > shoe", 2],
  ["\n\nfoot, wear > boot", 3],
  ["foot >", 1],
  ["---, !!", 1],
  [`${"x".repeat(61)}, y`, 1],
])("synonyms that are none are refused by their line: %j", async (synonyms, line) => {
  const { shop } = await shopWith()
  const request = { weights: defaultWeights, synonyms, stopWords: "" }
  await expect(changeSearchSettings(shop, request)).rejects.toMatchObject({ code: "search.bad-synonyms", details: { line } })
  expect(await requests(shop)).toBe(0)
})

test("what is part of the index asks for a full reindex once, and the rest does not", async () => {
  const { shop } = await shopWith("Parka")
  const request = { weights: defaultWeights, synonyms: "", stopWords: "" }
  expect(await changeSearchSettings(shop, { ...request, stopWords: "the" })).toBe(false)
  expect((await readIndexState(shop)).stage).toBe("resting")
  expect(await changeSearchSettings(shop, { ...request, weights: { ...defaultWeights, vendor: 0 } })).toBe(true)
  await requestReindex(shop)
  expect(await requests(shop)).toBe(1)
  expect((await readIndexState(shop)).stage).toBe("waiting")
  expect(await reindexShop(shop)).toBe(1)
  expect(await readIndexState(shop)).toMatchObject({ stage: "resting", done: 1, wanted: 1 })
  await requestReindex(shop)
  expect(await requests(shop)).toBe(2)
})

test("pins stand in front in their order, what is hidden is kept back, for this question and shop alone", async () => {
  const { shop, ids } = await shopWith("Kite", "Red kite", "Blue kite", "Drum")
  const [kite = "", red = "", , drum = ""] = ids
  await setSearchRule(shop, "KITE!", drum, "pin")
  await setSearchRule(shop, "kite", red, "pin")
  await setSearchRule(shop, "kite", kite, "hide")
  expect(await titles(shop, "Kite")).toEqual(["Drum", "Red kite", "Blue kite"])
  await moveSearchPin(shop, "kite", red, -1)
  await moveSearchPin(shop, "kite", red, -1)
  const ruled = await ruledQuestion(shop, " kite ")
  expect(ruled.shown.map(({ title, kind }) => [title, kind])).toEqual([
    ["Red kite", "pin"],
    ["Drum", "pin"],
    ["Blue kite", "none"],
  ])
  expect(ruled.hidden.map(({ title }) => title)).toEqual(["Kite"])
  expect(await listRuledQuestions(shop)).toEqual([{ words: "kite", pinned: 2, hidden: 1 }])
  expect(await titles(shop, "red kite")).toEqual(["Red kite"])
  await setSearchRule(shop, "kite", drum, "none")
  await setSearchRule(shop, "kite", kite, "none")
  expect(new Set(await titles(shop, "kite"))).toEqual(new Set(["Red kite", "Kite", "Blue kite"]))
})

test("a rule needs a product of this shop, and a question bears fifty", async () => {
  const [{ shop }, { ids }] = [await shopWith(), await shopWith("Kite")]
  await expect(setSearchRule(shop, "kite", ids[0] ?? "", "pin")).rejects.toMatchObject({ code: "catalog.product-not-found" })
  const many: { productId: string }[] = []
  for (let n = 0; n < 51; n++) many.push(await publishGoods(shop, { title: `Bead ${n}` }))
  for (const { productId } of many.slice(0, 50)) await setSearchRule(shop, "bead", productId, "pin")
  const last = many[50]?.productId ?? ""
  await expect(setSearchRule(shop, "bead", last, "hide")).rejects.toMatchObject({ code: "search.too-many-rules" })
  await setSearchRule(shop, "bead", many[0]?.productId ?? "", "hide")
  expect(await listRuledQuestions(shop)).toEqual([{ words: "bead", pinned: 49, hidden: 1 }])
})

test("the report says what was asked, what found nothing, what was opened and what was bought", async () => {
  const [{ shop, ids }, { shop: other }] = [await shopWith("Kite"), await shopWith("Kite")]
  const productId = ids[0] ?? ""
  recordSearch(shop, "Kité", 1)
  recordSearch(other, "kite", 1)
  await expect.poll(async () => (await searchReport(shop)).asked).toBe(1)
  recordSearch(shop, "zeppelin", 0)
  await expect.poll(async () => (await searchReport(shop)).asked).toBe(2)
  const [one, two] = [newId("visitor"), newId("visitor")]
  await recordSignal(shop, { visitorId: one, kind: "search", productId, detail: "kité" })
  await recordSignal(shop, { visitorId: two, kind: "search", productId, detail: "kite" })
  world.clock.advance(60_000)
  await recordSignal(shop, { visitorId: two, kind: "purchase", productId })
  expect(await searchReport(shop)).toEqual({
    ...{ asked: 2, empty: 1, clicks: 2, sales: 1 },
    top: [
      { words: "kite", asked: 1, found: 1, clicks: 2, sales: 1 },
      { words: "zeppelin", asked: 1, found: 0, clicks: 0, sales: 0 },
    ],
    fruitless: [{ words: "zeppelin", asked: 1, found: 0, clicks: 0, sales: 0 }],
  })
  world.clock.advance(32 * 24 * 3_600_000)
  expect(await searchReport(shop)).toMatchObject({ asked: 0, clicks: 0, top: [] })
})
