import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { defineBundle, endWatch, receiveStock, setOnHand, watchStock } from "#server/domain/inventory/index.ts"
import { tellNextWatchers, tellWatchers } from "#server/domain/outreach/index.ts"
import { present } from "#server/kernel/assert.ts"
import { hours, minutes } from "#server/kernel/clock.ts"
import type { Mailer } from "#server/ports/mailer.ts"
import { openStall, type Stall } from "#tests/support/stall.ts"

let stall: Stall
beforeAll(async () => {
  stall = await openStall({ name: "Laden <Mitte>" })
})
afterAll(() => stall.close())

let events = 0
const event = () => `evt_back_${++events}`
const wish = (variantId: string, name: string, language = "en") =>
  watchStock(stall.ctx, { variantId, email: `${name}@mail.test`, language })
const lettersTo = (name: string) => stall.ports.mail.sent.filter(({ to }) => to === `${name}@mail.test`)
const waiting = async (variantId: string) =>
  (await stall.ctx.read(({ rows }) => rows.stockWatch.findMany({ where: { variantId }, orderBy: { createdAt: "asc" } }))).map(
    ({ email }) => email.split("@")[0],
  )
/** Gone, and watched by these, in this order. */
async function watchedBy(...names: string[]): Promise<string> {
  const variantId = await stall.sell({ onHand: 0 })
  for (const name of names) await wish(variantId, name)
  return variantId
}

describe("word that something is back", () => {
  it("is in the shopper's language, with the product and the way out on the shop's own host", async () => {
    const variantId = await stall.sell({ onHand: 0 })
    await wish(variantId, "emma")
    await wish(variantId, "greta", "de")
    const [{ token } = { token: "" }] = await stall.ctx.read(({ rows }) =>
      rows.stockWatch.findMany({ where: { email: "emma@mail.test" } }),
    )
    await receiveStock(stall.ctx, variantId, 5)
    await tellWatchers(stall.ctx, variantId, event())
    const english = present(lettersTo("emma")[0], "letter")
    expect(english.subject).toBe("Thing is back at Laden <Mitte>")
    expect(english.text).toContain(`http://${stall.ctx.tenant.host}/products/thing`)
    expect(english.text).toContain(`http://${stall.ctx.tenant.host}/back-in-stock/${token}`)
    expect(english.html).toContain(`/back-in-stock/${token}"`)
    expect(english.html).not.toContain("<Mitte>")
    const german = present(lettersTo("greta")[0], "letter")
    expect(german.subject).toBe("Wieder da bei Laden <Mitte>: Thing")
    expect(german.html).toContain('lang="de"')
    expect(german.text).not.toContain(token)
    expect(await waiting(variantId)).toEqual([])
    expect(await endWatch(stall.ctx, token)).toBe(false)
  })

  it("comes once, though the job is repeated and the goods leave and return", async () => {
    const variantId = await watchedBy("once")
    const because = event()
    for (const onHand of [2, 0, 2]) {
      await setOnHand(stall.ctx, variantId, onHand)
      await tellWatchers(stall.ctx, variantId, because)
      await tellWatchers(stall.ctx, variantId, event())
    }
    expect(lettersTo("once")).toHaveLength(1)
  })

  it("goes to as many as there are pieces, who asked first first, and to the next ones an hour later if some are left", async () => {
    const variantId = await watchedBy("first", "second", "third", "fourth")
    await receiveStock(stall.ctx, variantId, 2)
    const because = event()
    await Promise.all([1, 2, 3].map(() => tellWatchers(stall.ctx, variantId, because)))
    expect(await waiting(variantId)).toEqual(["third", "fourth"])
    const next = { name: "stock.still-watched", payload: { path: ["variantId"], equals: variantId } }
    expect(await stall.ctx.read(({ rows }) => rows.outboxEvent.count({ where: next }))).toBe(1)
    await setOnHand(stall.ctx, variantId, 1)
    // To a quarter past, so that no new hour begins in the middle.
    stall.clock.advance(hours(2) + minutes(15) - (stall.clock.now().getTime() % hours(1)))
    const later = event()
    // It came back twice, and each return has its next turn: in one hour they are one.
    for (const turn of [later, later, event()]) await tellNextWatchers(stall.ctx, variantId, turn)
    expect(await waiting(variantId)).toEqual(["fourth"])
    expect(lettersTo("third")).toHaveLength(1)
    await setOnHand(stall.ctx, variantId, 0)
    stall.clock.advance(hours(1))
    await tellNextWatchers(stall.ctx, variantId, event())
    expect(await waiting(variantId)).toEqual(["fourth"])
  })

  it("is not given of what is gone again, or not shown: whoever waits waits on", async () => {
    const variantId = await watchedBy("patient")
    await receiveStock(stall.ctx, variantId, 1)
    await setOnHand(stall.ctx, variantId, 0)
    await tellWatchers(stall.ctx, variantId, event())
    await receiveStock(stall.ctx, variantId, 1)
    const show = (status: string) =>
      stall.ctx.transact(
        ({ sql, tenantId }) => sql`update product p set status = ${status} from variant v
        where p.tenant_id = ${tenantId} and v.tenant_id = ${tenantId} and v.product_id = p.id and v.id = ${variantId}`,
      )
    await show("draft")
    await tellWatchers(stall.ctx, variantId, event())
    expect(lettersTo("patient")).toEqual([])
    expect(await waiting(variantId)).toEqual(["patient"])
    await show("published")
    stall.clock.advance(hours(1))
    await tellNextWatchers(stall.ctx, variantId, event())
    expect(lettersTo("patient")).toHaveLength(1)
  })

  it("goes on where a killed job ended, and an address that fails holds up nobody", async () => {
    const variantId = await watchedBy("good", "bad", "fine")
    await receiveStock(stall.ctx, variantId, 9)
    const because = event()
    const sending = { isBroken: true }
    const mail: Mailer = {
      async send(tenantId, letter) {
        await stall.ports.mail.send(tenantId, letter)
        // It went out, and nobody could note it.
        if (letter.to.startsWith("good") && sending.isBroken) throw new Error("killed")
        if (letter.to.startsWith("bad")) throw new Error("no such mailbox")
      },
    }
    const broken = { ...stall.ctx, ports: { ...stall.ports, mail } }
    await expect(tellWatchers(broken, variantId, because)).rejects.toThrow("killed")
    expect(await waiting(variantId)).toEqual(["good", "bad"])
    sending.isBroken = false
    await expect(tellWatchers(broken, variantId, because)).rejects.toThrow("no such mailbox")
    expect(await waiting(variantId)).toEqual(["bad"])
    for (const name of ["good", "fine"]) expect(lettersTo(name)).toHaveLength(1)
    // Its job is dead. Whoever asked since then comes first.
    await setOnHand(stall.ctx, variantId, 0)
    await wish(variantId, "late")
    stall.clock.advance(hours(2))
    await receiveStock(stall.ctx, variantId, 1)
    await tellWatchers(stall.ctx, variantId, event())
    expect(await waiting(variantId)).toEqual(["bad"])
  })

  it("is given of a bundle, too", async () => {
    const part = await stall.sell({ onHand: 0 })
    const bundle = await stall.sell({ onHand: 0 })
    await defineBundle(stall.ctx, bundle, [{ componentId: part, quantity: 2 }])
    for (const name of ["set-a", "set-b"]) await wish(bundle, name)
    await receiveStock(stall.ctx, part, 3)
    await tellWatchers(stall.ctx, bundle, event())
    expect(await waiting(bundle)).toEqual(["set-b"])
  })
})

describe("the link that ends the waiting", () => {
  it("takes a hostile token for none, and never ends another's", async () => {
    const other = await stall.openTestShop()
    const variantId = await watchedBy("kept")
    const [{ token } = { token: "" }] = await stall.ctx.read(({ rows }) => rows.stockWatch.findMany({ where: { variantId } }))
    for (const hostile of [
      "",
      "\0",
      "%",
      "_".repeat(32),
      `${token}\0`,
      `${token}'--`,
      token.slice(1),
      "é".repeat(32),
      token.toUpperCase(),
    ])
      expect(await endWatch(stall.ctx, hostile)).toBe(false)
    expect(await endWatch(other, token)).toBe(false)
    expect(await waiting(variantId)).toEqual(["kept"])
    expect(await endWatch(stall.ctx, token)).toBe(true)
    await receiveStock(stall.ctx, variantId, 1)
    await tellWatchers(stall.ctx, variantId, event())
    expect(lettersTo("kept")).toEqual([])
  })
})
