import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { unpublishProduct } from "#server/domain/catalog/index.ts"
import { customerSessions, signUpCustomer, signUpStaff, staffSessions } from "#server/domain/identity/index.ts"
import { listShippingMethods } from "#server/domain/pricing/index.ts"
import { addToCart } from "#server/domain/carts/index.ts"
import { type PlacedOrder, placeOrder } from "#server/domain/orders/index.ts"
import { suspendTenant } from "#server/domain/tenants/index.ts"
import { present } from "#server/kernel/assert.ts"
import { newId } from "#server/kernel/ids.ts"
import type { Subscription } from "#server/messages/live.ts"
import { eventually } from "#tests/support/eventually.ts"
import { type Goods, publishGoods } from "#tests/support/goods.ts"
import { type LiveTown, openLiveTown } from "#tests/support/live-town.ts"
import { home } from "#tests/support/stall.ts"

let town: LiveTown
let mine: TenantContext
let theirs: TenantContext
let goods: Goods
let foreignGoods: Goods
let order: PlacedOrder
let foreignOrder: PlacedOrder
let customerCookie: string
let strangerCookie: string

beforeAll(async () => {
  town = await openLiveTown()
  mine = await town.openTestShop({ slug: "mine" })
  theirs = await town.openTestShop({ slug: "theirs" })
  goods = await publishGoods(mine)
  foreignGoods = await publishGoods(theirs)
  const customer = await signUpCustomer(mine, { email: "ada@mail.test", name: "Ada", password: "a long password" })
  const stranger = await signUpCustomer(mine, { email: "eve@mail.test", name: "Eve", password: "a long password" })
  customerCookie = `__Host-customer=${(await customerSessions(mine).open(idOf(customer))).token}`
  strangerCookie = `__Host-customer=${(await customerSessions(mine).open(idOf(stranger))).token}`
  order = await buy(mine, goods, idOf(customer))
  foreignOrder = await buy(theirs, foreignGoods)
})
afterAll(() => town.close())

const idOf = (found: string | { readonly id: string }): string => (typeof found === "string" ? found : found.id)

async function buy(ctx: TenantContext, { variantIds }: Goods, customerId?: string): Promise<PlacedOrder> {
  const cartId = newId("cart")
  await addToCart(ctx, cartId, { variantId: present(variantIds[0], "variant"), quantity: 1 })
  const shippingMethodId = present((await listShippingMethods(ctx))[0], "shipping method").id
  const request = { cartId, email: "ada@mail.test", address: home, shippingMethodId, visitorId: newId("visitor") }
  return placeOrder(ctx, customerId ? { ...request, customerId } : request)
}

async function staffCookie(email: string): Promise<string> {
  const accountId = await signUpStaff(town.platform, { email, name: "Someone", password: "a long password" })
  return `__Host-staff=${(await staffSessions(town.platform, "console").open(accountId)).token}`
}

async function ownerCookie(slug: string): Promise<string> {
  const [owner] = await town.platform.read("test.look", ({ rows }) =>
    rows.account.findMany({ where: { email: `owner@${slug}.test` } }),
  )
  return `__Host-staff=${(await staffSessions(town.platform, "console").open(present(owner, "owner").id)).token}`
}

async function answer(host: string, cookie: string | undefined, subscription: Subscription): Promise<string> {
  const visitor = await town.connect(host, cookie ? { cookie } : {}).catch(() => undefined)
  if (!visitor) return "shut"
  const admission = await visitor.ask({ subscription })
  visitor.close()
  return admission.ok ? "ok" : admission.reason
}

describe("who may hear what", () => {
  it("lets a stranger hear the shop and its public goods, and nothing of another's", async () => {
    expect(await answer("mine.test", undefined, { topic: "shop" })).toBe("ok")
    expect(await answer("mine.test", undefined, { topic: "product", id: goods.productId })).toBe("ok")
    expect(await answer("mine.test", undefined, { topic: "product", id: foreignGoods.productId })).toBe("forbidden")
    expect(await answer("mine.test", undefined, { topic: "console", id: mine.tenant.id })).toBe("forbidden")
    expect(await answer("mine.test", undefined, { topic: "platform" })).toBe("forbidden")
  })

  it("tells of an order only to who holds its token or is its customer, at its own shop", async () => {
    const { orderId: id, accessToken: token } = order
    expect(await answer("mine.test", undefined, { topic: "order", id })).toBe("forbidden")
    expect(await answer("mine.test", undefined, { topic: "order", id, token: "guess" })).toBe("forbidden")
    expect(await answer("mine.test", undefined, { topic: "order", id, token })).toBe("ok")
    expect(await answer("mine.test", customerCookie, { topic: "order", id })).toBe("ok")
    expect(await answer("mine.test", strangerCookie, { topic: "order", id })).toBe("forbidden")
    expect(await answer("theirs.test", undefined, { topic: "order", id, token })).toBe("forbidden")
    expect(await answer("theirs.test", customerCookie, { topic: "order", id })).toBe("forbidden")
    expect(
      await answer("mine.test", undefined, { topic: "order", id: foreignOrder.orderId, token: foreignOrder.accessToken }),
    ).toBe("forbidden")
  })

  it("opens a console's room to its own staff only, and at the console only", async () => {
    const owner = await ownerCookie("mine")
    expect(await answer("console.test", owner, { topic: "console", id: mine.tenant.id })).toBe("ok")
    expect(await answer("console.test", owner, { topic: "console", id: theirs.tenant.id })).toBe("forbidden")
    expect(await answer("console.test", await staffCookie("nobody@mail.test"), { topic: "console", id: mine.tenant.id })).toBe(
      "forbidden",
    )
    expect(await answer("console.test", undefined, { topic: "console", id: mine.tenant.id })).toBe("shut")
    expect(await answer("mine.test", owner, { topic: "console", id: mine.tenant.id })).toBe("forbidden")
    expect(await answer("console.test", owner, { topic: "platform" })).toBe("forbidden")
  })

  it("opens the platform's room to platform admins at the admin site only", async () => {
    const accountId = await signUpStaff(town.platform, { email: "root@mail.test", name: "Root", password: "a long password" })
    const open = async () => `__Host-admin=${(await staffSessions(town.platform, "admin").open(accountId)).token}`
    expect(await answer("admin.test", await open(), { topic: "platform" })).toBe("shut")
    await town.platform.transact("test.promote", ({ rows }) =>
      rows.account.update({ where: { id: accountId }, data: { platformAdmin: true } }),
    )
    expect(await answer("admin.test", await open(), { topic: "platform" })).toBe("ok")
    expect(await answer("admin.test", undefined, { topic: "platform" })).toBe("shut")
  })

  it("does not tell a draft from nothing", async () => {
    const draft = await publishGoods(mine, { title: "Secret" })
    await unpublishProduct(mine, draft.productId)
    expect(await answer("mine.test", undefined, { topic: "product", id: draft.productId })).toBe("forbidden")
    expect(await answer("mine.test", undefined, { topic: "product", id: newId("product") })).toBe("forbidden")
  })

  it.each([
    undefined,
    null,
    "shop",
    {},
    { subscription: { topic: "moon" } },
    { subscription: { topic: "product", id: "x".repeat(65) } },
    { subscription: { topic: "shop" }, since: -1 },
  ])("answers %j as malformed", async (request) => {
    const visitor = await town.connect("mine.test")
    expect(await visitor.ask(request)).toEqual({ ok: false, reason: "malformed" })
    visitor.close()
  })
})

describe("the door", () => {
  it.each(["nowhere.test", "pay.test", "test.example", "test"])("is shut at %s", async (host) => {
    await expect(town.connect(host)).rejects.toThrow()
  })

  it("is shut for a page of another origin, a sibling shop's too", async () => {
    await expect(town.connect("mine.test", { origin: "http://theirs.test" })).rejects.toThrow()
    expect(await town.knock({ host: "mine.test", origin: "http://theirs.test" })).toBe(403)
    expect(await town.knock({ host: "mine.test", "sec-fetch-site": "same-site" })).toBe(403)
    expect(await town.knock({ host: "mine.test" })).toBe(403)
  })

  it("serves polling from the page itself as well", async () => {
    expect(await town.knock({ host: "mine.test", "sec-fetch-site": "same-origin" })).toBe(200)
  })

  it("is shut behind a session that ended", async () => {
    const cookie = await ownerCookie("mine")
    const visitor = await town.connect("console.test", { cookie })
    const other = await town.connect("mine.test")
    await visitor.subscribe({ topic: "console", id: mine.tenant.id })
    await staffSessions(town.platform, "console").close(present(cookie.split("=")[1], "token"))
    await eventually(() => !visitor.isOpen())
    expect(visitor.isRevoked()).toBe(true)
    expect(other.isOpen()).toBe(true)
    other.close()
  })

  it("is shut at a suspended shop, and stays shut", async () => {
    const closing = await town.openTestShop({ slug: "closing" })
    const visitor = await town.connect("closing.test")
    const other = await town.connect("mine.test")
    await suspendTenant(town.platform, closing.tenant.id)
    await eventually(() => !visitor.isOpen())
    expect(visitor.isRevoked()).toBe(true)
    await expect(town.connect("closing.test")).rejects.toThrow()
    expect(other.isOpen()).toBe(true)
    other.close()
  })
})
