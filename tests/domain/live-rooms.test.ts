import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { StaffRole } from "#server/context/actor.ts"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { addToCart, setQuantity } from "#server/domain/carts/index.ts"
import { customerSessions, signUpCustomer, signUpStaff, staffSessions } from "#server/domain/identity/index.ts"
import { present } from "#server/kernel/assert.ts"
import { newId } from "#server/kernel/ids.ts"
import { eventually } from "#tests/support/eventually.ts"
import { publishGoods } from "#tests/support/goods.ts"
import { type LiveTown, openLiveTown, type Visitor } from "#tests/support/live-town.ts"

let town: LiveTown
let ctx: TenantContext
let variantId: string
beforeAll(async () => {
  town = await openLiveTown()
  ctx = await town.openTestShop({ slug: "rooms" })
  variantId = present((await publishGoods(ctx, { onHand: 50 })).variantIds[0], "variant")
})
afterAll(() => town.close())

const host = "rooms.test"
const heard = (visitor: Visitor, topic: string) => visitor.messages().filter((message) => message.topic === topic).length
const as = (visitorId: string) => town.shop(ctx.tenant, { kind: "visitor", visitorId })

describe("a cart's room", () => {
  const open = (visitorId: string) => town.connect(host, { cookie: `__Host-visitor=${visitorId}` })

  it("tells a visitor's other windows, and nobody else", async () => {
    const [mine, theirs] = [newId("visitor"), newId("visitor")]
    const windows = [await open(mine), await open(mine), await open(theirs)] as const
    for (const window of windows) await window.subscribe({ topic: "cart" })
    const cartId = newId("cart")
    await addToCart(as(mine), cartId, { variantId, quantity: 2 })
    await eventually(() => heard(windows[0], "cart") === 1 && heard(windows[1], "cart") === 1)
    await setQuantity(as(mine), cartId, { variantId, quantity: 2 })
    await setQuantity(as(mine), cartId, { variantId, quantity: 1 })
    await eventually(() => heard(windows[1], "cart") === 2)
    expect(windows[2].frames).toEqual([])
    for (const window of windows) window.close()
  })

  it("is caught up with after a while away, by the visitor's own changes alone", async () => {
    const [mine, theirs] = [newId("visitor"), newId("visitor")]
    const first = await open(mine)
    const { seq } = await first.subscribe({ topic: "cart" })
    first.close()
    await addToCart(as(theirs), newId("cart"), { variantId, quantity: 1 })
    const last = () =>
      town.platform.read("test.look", ({ rows }) =>
        rows.outboxEvent.findFirst({ where: { tenantId: ctx.tenant.id }, orderBy: { id: "desc" } }),
      )
    await eventually(async () => (await last())?.seq === town.live.seqOf(ctx.tenant.id))
    const away = await open(mine)
    expect(await away.subscribe({ topic: "cart" }, seq)).toMatchObject({ reset: false, messages: [] })
    await addToCart(as(mine), newId("cart"), { variantId, quantity: 1 })
    await eventually(() => heard(away, "cart") === 1)
    const again = await open(mine)
    expect(await again.subscribe({ topic: "cart" }, seq)).toMatchObject({
      messages: [{ kind: "hint", topic: "cart", id: "mine" }],
    })
    away.close()
    again.close()
  })

  it("asks a browser that had no cookie yet to come again with one", async () => {
    const stranger = await town.connect(host)
    expect(await stranger.ask({ subscription: { topic: "cart" } })).toEqual({ ok: false, reason: "stranger" })
    stranger.close()
  })
})

describe("a console's room", () => {
  async function hire(role: StaffRole) {
    const email = `${role}.${newId("account")}@rooms.test`
    const accountId = await signUpStaff(town.platform, { email, name: "Someone", password: "a long password" })
    const membership = { tenantId: ctx.tenant.id, id: newId("membership"), accountId, role }
    await town.platform.transact("test.hire", ({ rows }) => rows.membership.create({ data: membership }))
    const { token } = await staffSessions(town.platform, "console").open(accountId)
    const cookie = `__Host-staff=${token}`
    const visitor = await town.connect("console.test", { cookie })
    await visitor.subscribe({ topic: "console", id: ctx.tenant.id })
    return { accountId, cookie, visitor, where: { tenantId: ctx.tenant.id, accountId } }
  }

  it("tells a clerk of orders, and only managers of money", async () => {
    const clerk = await hire("clerk")
    const manager = await hire("manager")
    const orderId = newId("order")
    await ctx.transact(({ emit }) => emit("payment.settled", { orderId, paymentId: newId("payment") }))
    await eventually(() => heard(manager.visitor, "order") === 1)
    await ctx.transact(({ emit }) => emit("order.confirmed", { orderId, totalMinor: "100", currency: "USD" }))
    await eventually(() => heard(manager.visitor, "order") === 2 && heard(clerk.visitor, "order") === 1)
    clerk.visitor.close()
    manager.visitor.close()
  })

  it("is closed to whoever stops working there, or works as something else, and to nobody else", async () => {
    const [gone, demoted, staying] = [await hire("clerk"), await hire("manager"), await hire("clerk")]
    await town.platform.transact("test.dismiss", ({ rows }) => rows.membership.deleteMany({ where: gone.where }))
    await town.platform.transact("test.demote", ({ rows }) =>
      rows.membership.updateMany({ where: demoted.where, data: { role: "clerk" } }),
    )
    await eventually(() => !gone.visitor.isOpen() && !demoted.visitor.isOpen())
    expect(gone.visitor.isRevoked() && demoted.visitor.isRevoked()).toBe(true)
    expect(staying.visitor.isOpen()).toBe(true)
    const back = await town.connect("console.test", { cookie: gone.cookie })
    expect(await back.ask({ subscription: { topic: "console", id: ctx.tenant.id } })).toEqual({ ok: false, reason: "forbidden" })
    back.close()
    staying.visitor.close()
  })

  it("is shut to a session that has ended: its socket goes, and it does not come in again", async () => {
    const { cookie, visitor } = await hire("owner")
    await staffSessions(town.platform, "console").close(present(cookie.split("=")[1], "token"))
    await eventually(() => !visitor.isOpen())
    await expect(town.connect("console.test", { cookie })).rejects.toThrow()
  })
})

describe("an order's room", () => {
  it("is not for a customer whose session has ended, who comes back as a stranger", async () => {
    const customer = await signUpCustomer(ctx, { email: "ada@mail.test", name: "Ada", password: "a long password" })
    const customerId = typeof customer === "string" ? customer : customer.id
    const { token } = await customerSessions(ctx).open(customerId)
    const cookie = `__Host-customer=${token}`
    const visitor = await town.connect(host, { cookie })
    await customerSessions(ctx).close(token)
    await eventually(() => !visitor.isOpen())
    expect(visitor.isRevoked()).toBe(true)
    const back = await town.connect(host, { cookie })
    expect(await back.ask({ subscription: { topic: "order", id: newId("order") } })).toEqual({ ok: false, reason: "forbidden" })
    back.close()
  })
})
