import { existsSync } from "node:fs"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openRouteTown, type RouteTown } from "./routes/town.ts"

const isBuilt = existsSync("build/app/server/index.js")

describe.skipIf(!isBuilt)("a shopper who types what looks like a tenant's id (needs the pages to be built)", () => {
  let town: RouteTown
  beforeAll(async () => {
    town = await openRouteTown()
  })
  afterAll(() => town?.close())

  const typed = () => ["ten_green", town.foreign.ctx.tenant.id, town.own.ctx.tenant.id, `${town.foreign.ctx.tenant.id} mug`]

  it("is shown what was found, here and in the market", async () => {
    for (const text of typed())
      for (const path of [`/search?q=${encodeURIComponent(text)}`, `/search.data?q=${encodeURIComponent(text)}`])
        for (const host of [town.own.host, "test"]) {
          const { status, body } = await town.ask(host, path)
          expect([host, path, status, body.includes(town.foreign.secret) && host !== "test"]).toEqual([host, path, 200, false])
        }
  })

  it("is told that there is no such page, category, product or order", async () => {
    for (const text of typed().slice(0, 3))
      for (const path of [`/categories/${text}`, `/products/${text}`, `/orders/${text}`])
        expect([path, (await town.ask(town.own.host, path)).status]).toEqual([path, 404])
  })

  it("is told what is wrong with a form, and nothing breaks", async () => {
    for (const text of typed().slice(0, 3))
      for (const [path, form] of [
        ["/cart/lines", { variantId: text, quantity: "1" }],
        ["/account/sign-in", { email: text, password: text }],
        ["/account/sign-in", { email: `${text}@mail.test`, password: text }],
      ] as const) {
        const { status, body } = await town.ask(town.own.host, path, { form })
        expect([path, text, status < 500, body.includes(town.foreign.secret)]).toEqual([path, text, true, false])
      }
  })
})
