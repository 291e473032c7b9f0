import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { silentLog } from "#server/kernel/log.ts"
import { createMeilisearchProductSearch } from "#server/platform/meilisearch/product-search.ts"
import { createPostgresProductSearch } from "#server/platform/postgres/product-search.ts"
import type { ProductSearch, SearchAnswer } from "#server/ports/product-search.ts"
import { documentFor, tuningFor, wishFor } from "#tests/support/search-documents.ts"
import { type MeilisearchDouble, startMeilisearchDouble } from "./meilisearch-double.ts"
import { openWorld } from "#tests/support/open-world.ts"

const world = await openWorld()
let double: MeilisearchDouble

beforeAll(async () => {
  double = await startMeilisearchDouble()
})
afterAll(() => double.close())

function meilisearchAt(url: string): ProductSearch {
  const builtIn = createPostgresProductSearch(world.tenancy)
  return createMeilisearchProductSearch({ url, tenancy: world.tenancy, builtIn, log: silentLog })
}

const engines: Readonly<Record<string, () => ProductSearch>> = {
  "the built-in engine": () => createPostgresProductSearch(world.tenancy),
  "Meilisearch (its wire format)": () => meilisearchAt(double.url),
  "Meilisearch, while it is away": () => meilisearchAt("http://127.0.0.1:9"),
}

const ids = ({ hits }: SearchAnswer) => hits.map(({ productId }) => productId)

describe.each(Object.keys(engines))("%s", (name) => {
  let engine: ProductSearch
  let mine: string
  let theirs: string
  const ask = async (words: string, wish = {}, shop = mine) => engine.find(shop, wishFor(words, wish))
  beforeAll(async () => {
    engine = engines[name]?.() ?? expect.unreachable()
    mine = (await world.openTestShop()).tenant.id
    theirs = (await world.openTestShop()).tenant.id
    const mug = { category: { slug: "mugs", name: "Mugs" }, vendor: "Hill & Co", options: [{ name: "Size", values: ["S", "L"] }] }
    await engine.put(
      mine,
      [
        documentFor("prd_mug", { ...mug, title: "Blue Mug", description: "Stoneware, holds tea", priceMinor: 1_200n, sold: 3 }),
        documentFor("prd_tall", { ...mug, title: "Tall Mug", priceMinor: 1_800n, isAvailable: false, sold: 40 }),
        documentFor("prd_pot", {
          title: "Tea Pot",
          description: "Goes with the blue cup",
          category: { slug: "pots", name: "Pots" },
          vendor: "Dale",
          options: [{ name: "Size", values: ["L"] }],
          priceMinor: 4_000n,
        }),
      ],
      tuningFor({ synonyms: [["beaker", "mug"]] }),
    )
    await engine.put(theirs, [documentFor("prd_other", { title: "Blue Boat" })], tuningFor())
  })

  test("finds by title and text, the title first, and in no other shop", async () => {
    expect(ids(await ask("blue"))).toEqual(["prd_mug", "prd_pot"])
    expect(ids(await ask("blue", { limit: 1 }))).toEqual(["prd_mug"])
    expect(ids(await ask("blue", { limit: 1, offset: 1 }))).toEqual(["prd_pot"])
    expect((await ask("blue", { limit: 1 })).total).toBe(2)
    expect(ids(await ask("boat"))).toEqual([])
    expect(ids(await ask("blue", {}, theirs))).toEqual(["prd_other"])
  })

  test("a second put replaces, and what is removed is not found, at one shop only", async () => {
    await engine.put(mine, [documentFor("prd_lid", { title: "Old Lid" })], tuningFor())
    await engine.put(mine, [documentFor("prd_lid", { title: "New Cover" })], tuningFor())
    expect(ids(await ask("lid"))).toEqual([])
    expect(ids(await ask("cover"))).toEqual(["prd_lid"])
    await engine.remove(theirs, ["prd_lid"])
    expect(ids(await ask("cover"))).toEqual(["prd_lid"])
    await engine.remove(mine, ["prd_lid", "prd_never"])
    expect(ids(await ask("cover"))).toEqual([])
  })

  test("slips, beginnings, plurals and synonyms are forgiven", async () => {
    for (const words of ["bleu mug", "blue mg", "BLÜE mugs", "blu"]) expect(ids(await ask(words)), words).toContain("prd_mug")
    expect(ids(await ask("beaker", { tuning: tuningFor({ synonyms: [["beaker", "mug"]] }) }))).toEqual(["prd_mug", "prd_tall"])
  })

  test("a synonym of one direction is found in that direction alone", async () => {
    const shop = (await world.openTestShop()).tenant.id
    const tuning = tuningFor({ synonyms: [{ from: "footwear", to: ["boot", "clog"] }] })
    const goods = ["Boot", "Clog", "Footwear wax"].map((title, at) => documentFor(`prd_${at}`, { title }))
    await engine.put(shop, goods, tuning)
    expect(new Set(ids(await ask("footwear", { tuning }, shop)))).toEqual(new Set(["prd_0", "prd_1", "prd_2"]))
    expect(ids(await ask("clog", { tuning }, shop))).toEqual(["prd_1"])
  })

  test("filters widen within a facet and narrow across facets", async () => {
    const filtered = async (filters: object) => ids(await ask("", { filters, sort: "price-asc" }))
    expect(await filtered({ categories: ["mugs"] })).toEqual(["prd_mug", "prd_tall"])
    expect(await filtered({ categories: ["mugs", "pots"] })).toEqual(["prd_mug", "prd_tall", "prd_pot"])
    expect(await filtered({ categories: ["mugs"], options: [{ name: "Size", values: ["L"] }], isAvailable: true })).toEqual([
      "prd_mug",
    ])
    expect(await filtered({ vendors: ["Dale"] })).toEqual(["prd_pot"])
    expect(await filtered({ leastMinor: 1_500n, mostMinor: 4_000n })).toEqual(["prd_tall", "prd_pot"])
    expect(await filtered({ vendors: ["Nobody"] })).toEqual([])
    expect(await filtered({ options: [{ name: "Weight", values: ["1 kg"] }] })).toEqual([])
  })

  test("facets count what choosing would give", async () => {
    const { facets } = await ask("", { filters: { categories: ["mugs"], isAvailable: true } })
    expect(facets?.categories).toEqual([
      { value: "mugs", label: "Mugs", count: 1 },
      { value: "pots", label: "Pots", count: 1 },
    ])
    expect(facets?.vendors).toEqual([{ value: "Hill & Co", label: "Hill & Co", count: 1 }])
    expect(facets?.options).toEqual([
      {
        name: "Size",
        values: [
          { value: "L", label: "L", count: 1 },
          { value: "S", label: "S", count: 1 },
        ],
      },
    ])
    expect(facets?.available).toBe(1)
    expect((await ask("")).facets?.price).toEqual({ leastMinor: 1_200n, mostMinor: 4_000n })
    expect((await ask("", { withoutFacets: true })).facets).toBeNull()
  })

  test("sorts", async () => {
    expect(ids(await ask("", { sort: "price-desc" }))).toEqual(["prd_pot", "prd_tall", "prd_mug"])
    expect(ids(await ask("", { sort: "best-selling" }))).toEqual(["prd_tall", "prd_mug", "prd_pot"])
    expect(ids(await ask("mug")).slice(0, 2)).toEqual(["prd_mug", "prd_tall"])
  })

  test("pins go first and hidden ones are kept back", async () => {
    expect(ids(await ask("blue", { pinned: ["prd_tall"], hidden: ["prd_pot"] }))).toEqual(["prd_tall", "prd_mug"])
    expect(ids(await ask("blue", { pinned: ["prd_other", "prd_never"] }))).toEqual(["prd_mug", "prd_pot"])
  })

  test("says where it found, and what was probably meant", async () => {
    expect((await ask("mug")).hits[0]?.marks).toEqual([{ from: 5, to: 8 }])
    expect((await ask("bleu mug")).correction).toBe("blue mug")
    expect((await ask("unheard of")).correction).toBeNull()
    expect((await ask("blue")).correction).toBeNull()
  })

  test("a reindex fills a second index, and puts it in place in one step", async () => {
    const shop = (await world.openTestShop()).tenant.id
    const found = async (words: string) => ids(await ask(words, {}, shop))
    await engine.put(shop, [documentFor("prd_a", { title: "Alpha" }), documentFor("prd_b", { title: "Beta" })], tuningFor())
    const second = await engine.startReindex(shop, 2)
    await engine.putAside(shop, second, [documentFor("prd_a", { title: "Alpha anew" })], tuningFor())
    expect(await found("anew")).toEqual([])
    expect(await engine.reindexState(shop)).toMatchObject({ isRunning: true, done: 1, wanted: 2 })
    await engine.put(shop, [documentFor("prd_c", { title: "Gamma" })], tuningFor())
    expect(await found("gamma")).toEqual(["prd_c"])
    await engine.finishReindex(shop, second)
    expect(await found("anew")).toEqual(["prd_a"])
    expect(await found("beta")).toEqual([])
    expect(await found("gamma")).toEqual(["prd_c"])
    expect(await engine.reindexState(shop)).toMatchObject({ isRunning: false })
  })

  test("of two reindexes the later one counts, and the former cannot put a half filled index in place", async () => {
    const shop = (await world.openTestShop()).tenant.id
    const [alpha, beta] = [documentFor("prd_a", { title: "Alpha" }), documentFor("prd_b", { title: "Beta" })]
    await engine.put(shop, [alpha, beta], tuningFor())
    const former = await engine.startReindex(shop, 2)
    expect(await engine.putAside(shop, former, [alpha], tuningFor())).toBe(true)
    const later = await engine.startReindex(shop, 2)
    expect(await engine.putAside(shop, former, [beta], tuningFor())).toBe(false)
    await engine.finishReindex(shop, former)
    expect(await engine.reindexState(shop)).toMatchObject({ isRunning: true, done: 0 })
    expect(ids(await ask("beta", {}, shop))).toEqual(["prd_b"])
    await engine.putAside(shop, later, [alpha, beta], tuningFor())
    await engine.finishReindex(shop, later)
    expect(ids(await ask("alpha", {}, shop))).toEqual(["prd_a"])
    expect(await engine.reindexState(shop)).toMatchObject({ isRunning: false, done: 2 })
  })

  test("tells what differs from what should be there", async () => {
    const shop = (await world.openTestShop()).tenant.id
    const [alpha, beta, gamma] = ["a", "b", "c"].map((name) => documentFor(`prd_${name}`, { title: name }))
    if (!alpha || !beta || !gamma) expect.unreachable()
    await engine.put(shop, [alpha, beta, gamma], tuningFor())
    const differing = (documents: Parameters<ProductSearch["differing"]>[1], range = {}) =>
      engine.differing(shop, documents, { after: "", upTo: null, ...range })
    expect(await differing([alpha, beta, gamma])).toEqual([])
    expect(await differing([alpha, { ...beta, isAvailable: false }])).toEqual(["prd_b", "prd_c"])
    expect(await differing([beta], { after: "prd_a", upTo: "prd_b" })).toEqual([])
    await engine.remove(shop, ["prd_c"])
    expect(await differing([alpha, beta, gamma])).toEqual(["prd_c"])
  })

  test("nothing in a query can widen it, and nothing makes it large", async () => {
    for (const words of [
      '" OR tenantId EXISTS',
      "blue' | boat:*",
      "% _ \\",
      "(((",
      "&",
      "\u0000\u0007blue",
      "b".repeat(10_000),
    ]) {
      expect(ids(await ask(words, { pinned: ["prd_other"] })), words.slice(0, 20)).not.toContain("prd_other")
    }
    const values = Array.from({ length: 500 }, (_, n) => `v${n}" OR tenantId = "${theirs}`)
    expect(ids(await ask("", { filters: { vendors: values, categories: values } }))).toEqual([])
    await expect(engine.find('ten_x" OR tenantId != "', wishFor("blue"))).rejects.toThrow("no tenant in scope")
  })
})

test("Meilisearch is what answers while it is there, and what it missed reaches it", async () => {
  const shop = (await world.openTestShop()).tenant.id
  const ids = async (engine: ProductSearch) => (await engine.find(shop, wishFor("lamp"))).hits.map(({ productId }) => productId)
  await createPostgresProductSearch(world.tenancy).put(shop, [documentFor("prd_lamp", { title: "Lamp" })], tuningFor())
  const engine = meilisearchAt(double.url)
  const before = double.answered()
  expect(await ids(engine)).toEqual(["prd_lamp"])
  expect(double.answered()).toBe(before)
  await expect.poll(async () => (await ids(engine)) && double.answered() > before, { timeout: 10_000 }).toBe(true)
  expect(await ids(engine)).toEqual(["prd_lamp"])
})
