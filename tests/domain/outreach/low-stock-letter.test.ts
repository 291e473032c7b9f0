import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { listStaff, signUpStaff } from "#server/domain/identity/index.ts"
import { changeStockSettings, setOnHand } from "#server/domain/inventory/index.ts"
import { noteLowStock, shopsToWarn, warnOfLowStock } from "#server/domain/outreach/index.ts"
import { present } from "#server/kernel/assert.ts"
import { minutes, seconds } from "#server/kernel/clock.ts"
import { newId } from "#server/kernel/ids.ts"
import type { Mailer } from "#server/ports/mailer.ts"
import { publishGoods } from "#tests/support/goods.ts"
import { openStall, type Stall } from "#tests/support/stall.ts"

let stall: Stall
let owner = ""
beforeAll(async () => {
  stall = await openStall({ language: "de", currency: "EUR", country: "DE", name: "Laden" })
  owner = `owner@${stall.ctx.tenant.slug}.test`
})
afterAll(() => stall.close())

/** A little more than a letter waits for others. */
const gathered = minutes(1) + seconds(5)

/** What the workers do with every crossing that was told; as often as it likes. */
async function noteAll(): Promise<void> {
  const told = await stall.ctx.read(({ rows }) => rows.outboxEvent.findMany({ where: { name: "stock.ran-low" } }))
  for (const { id, payload } of told) await noteLowStock(stall.ctx, String(Object(payload).variantId), id)
}
/** What the clock does. */
async function warn(ctx = stall.ctx): Promise<void> {
  for (const tenantId of await shopsToWarn(stall.platform)) {
    expect(tenantId).toBe(stall.ctx.tenant.id)
    await warnOfLowStock(ctx, await listStaff(stall.platform, tenantId))
  }
}
const letters = () => stall.ports.mail.sent.map(({ to, subject }) => [to, subject])
const isQuiet = async (before: number) => {
  await noteAll()
  await warn()
  expect(letters()).toHaveLength(before)
}

describe("the letter of what runs low", () => {
  it("is one for many, after a little while, and says what is still true", async () => {
    const sizes = Array.from({ length: 32 }, (_, at) => `No. ${at + 1}`)
    const { variantIds: goods } = await publishGoods(stall.ctx, { onHand: 9, options: [{ name: "Size", values: sizes }] })
    for (const variantId of goods) await setOnHand(stall.ctx, variantId, 1)
    await setOnHand(stall.ctx, present(goods[0], "goods"), 9)
    await setOnHand(stall.ctx, present(goods[1], "goods"), 0)
    for (const _ of [1, 2]) await noteAll()
    await isQuiet(0)
    stall.clock.advance(gathered)
    await Promise.all([warn(), warn(), warn()])
    expect(letters()).toEqual([[owner, "31 Artikel werden knapp bei Laden"]])
    const { text } = present(stall.ports.mail.sent[0], "letter")
    expect(text).toMatch(/Blue Mug \(No\. 2\).*: ausverkauft/)
    expect(text).toContain("Und 6 weitere.")
    expect(text).toContain(`http://console.test/shops/${stall.ctx.tenant.slug}/stock?low=1`)
    expect(text).toContain(`http://console.test/shops/${stall.ctx.tenant.slug}/settings/stock`)
    await isQuiet(1)
    stall.clock.advance(minutes(60))
    await isQuiet(1)
  })

  it("comes again at the next crossing, and not before a quarter of an hour is over", async () => {
    const before = letters().length
    const variantId = await stall.sell({ onHand: 9 })
    await setOnHand(stall.ctx, variantId, 2)
    await noteAll()
    stall.clock.advance(gathered)
    await warn()
    for (const onHand of [9, 2]) await setOnHand(stall.ctx, variantId, onHand)
    await noteAll()
    stall.clock.advance(minutes(2))
    await isQuiet(before + 1)
    stall.clock.advance(minutes(13))
    await warn()
    expect(letters().slice(before)).toEqual(Array(2).fill([owner, "Ein Artikel wird knapp bei Laden"]))
  })

  it("is not written of what was filled up meanwhile, and that puts off nothing", async () => {
    stall.clock.advance(minutes(20))
    const before = letters().length
    const [full, low] = [await stall.sell({ onHand: 9 }), await stall.sell({ onHand: 9 })]
    for (const onHand of [2, 9]) await setOnHand(stall.ctx, full, onHand)
    await noteAll()
    stall.clock.advance(gathered)
    await isQuiet(before)
    await setOnHand(stall.ctx, low, 1)
    await noteAll()
    stall.clock.advance(gathered)
    await warn()
    expect(letters()).toHaveLength(before + 1)
  })

  it("goes to those whom the shop has chosen", async () => {
    const clerk = await signUpStaff(stall.platform, { email: "clerk@laden.test", name: "Clerk", password: "a long password" })
    const { id: tenantId } = stall.ctx.tenant
    await stall.ctx.transact(({ rows }) =>
      rows.membership.create({
        data: { tenantId, id: newId("membership"), accountId: clerk, role: "clerk", createdAt: stall.clock.now() },
      }),
    )
    const toldWith = async (alertStaff: boolean, alertEmail: string) => {
      stall.clock.advance(minutes(20))
      await changeStockSettings(stall.ctx, { lowAt: 3, alertStaff, alertEmail })
      await setOnHand(stall.ctx, await stall.sell({ onHand: 9 }), 1)
      const before = letters().length
      await noteAll()
      stall.clock.advance(gathered)
      await warn()
      return stall.ports.mail.sent.slice(before).map(({ to }) => to)
    }
    expect(await listStaff(stall.platform, tenantId)).toHaveLength(2)
    expect(await toldWith(true, owner.toUpperCase())).toEqual([owner, "clerk@laden.test"])
    expect(await toldWith(true, "store@laden.test")).toEqual([owner, "clerk@laden.test", "store@laden.test"])
    expect(await toldWith(false, "store@laden.test")).toEqual(["store@laden.test"])
    expect(await toldWith(false, "")).toEqual([])
    // Settings are not a clerk's: no way there is shown to one.
    const ofClerk = present(
      stall.ports.mail.sent.find(({ to }) => to === "clerk@laden.test"),
      "letter",
    )
    expect(ofClerk.text).not.toContain("settings/stock")
  })

  it("is tried again when the mail was away, under the same name", async () => {
    stall.clock.advance(minutes(20))
    await changeStockSettings(stall.ctx, { lowAt: 3, alertStaff: true, alertEmail: "" })
    await setOnHand(stall.ctx, await stall.sell({ onHand: 9 }), 1)
    await noteAll()
    stall.clock.advance(gathered)
    const keys: string[] = []
    const away: Mailer = {
      async send(_, { key }) {
        keys.push(key)
        throw new Error("away")
      },
    }
    const before = letters().length
    await expect(warn({ ...stall.ctx, ports: { ...stall.ports, mail: away } })).rejects.toThrow("away")
    stall.clock.advance(seconds(30))
    await isQuiet(before)
    stall.clock.advance(minutes(2))
    await warn()
    expect(stall.ports.mail.sent.slice(before).map(({ key }) => key)).toEqual(keys)
  })
})
