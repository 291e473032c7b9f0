import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { createMeilisearchProductSearch } from "#server/platform/meilisearch/product-search.ts"
import { createPostgresProductSearch } from "#server/platform/postgres/product-search.ts"
import type { ProductSearch } from "#server/ports/product-search.ts"
import { openWorld } from "#tests/support/open-world.ts"
import { type MeilisearchDouble, startMeilisearchDouble } from "./meilisearch-double.ts"

const world = await openWorld()
let meilisearch: MeilisearchDouble

beforeAll(async () => {
  meilisearch = await startMeilisearchDouble()
})
afterAll(async () => {
  await meilisearch.close()
})

const engines: Readonly<Record<string, () => ProductSearch>> = {
  "the built-in engine": () => createPostgresProductSearch(world.tenancy),
  "Meilisearch (its wire format)": () => createMeilisearchProductSearch({ url: meilisearch.url }),
}

describe.each(Object.keys(engines))("%s", (name) => {
  let engine: ProductSearch
  let mine: string
  let theirs: string
  beforeAll(async () => {
    engine = engines[name]?.() ?? expect.unreachable()
    mine = (await world.openTestShop()).tenant.id
    theirs = (await world.openTestShop()).tenant.id
    await engine.put(mine, [
      { productId: "prd_mug", title: "Blue Mug", body: "Stoneware, holds tea" },
      { productId: "prd_pot", title: "Tea Pot", body: "Goes with the blue cup" },
    ])
    await engine.put(theirs, [{ productId: "prd_other", title: "Blue Boat", body: "" }])
  })

  test("finds by title and text, the title first, and in no other shop", async () => {
    expect(await engine.find(mine, "blue", 10)).toEqual(["prd_mug", "prd_pot"])
    expect(await engine.find(mine, "blue", 1)).toEqual(["prd_mug"])
    expect(await engine.find(mine, "boat", 10)).toEqual([])
    expect(await engine.find(theirs, "blue", 10)).toEqual(["prd_other"])
  })

  test("a second put replaces, and what is removed is not found, at one shop only", async () => {
    await engine.put(mine, [{ productId: "prd_lid", title: "Old Lid", body: "" }])
    await engine.put(mine, [{ productId: "prd_lid", title: "New Cover", body: "" }])
    expect(await engine.find(mine, "lid", 10)).toEqual([])
    expect(await engine.find(mine, "cover", 10)).toEqual(["prd_lid"])
    await engine.remove(theirs, ["prd_lid"])
    expect(await engine.find(mine, "cover", 10)).toEqual(["prd_lid"])
    await engine.remove(mine, ["prd_lid", "prd_never"])
    expect(await engine.find(mine, "cover", 10)).toEqual([])
  })

  test("nothing in a query can widen it", async () => {
    for (const query of ['" OR tenantId EXISTS', "blue' | boat:*", "% _ \\", "(((", "&"]) {
      expect(await engine.find(mine, query, 10)).not.toContain("prd_other")
    }
    await expect(engine.find('ten_x" OR tenantId != "', "blue", 10)).rejects.toThrow("no tenant in scope")
  })
})
