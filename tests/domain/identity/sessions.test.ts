import { expect, test } from "vitest"
import {
  customerSessions,
  findMembership,
  signInCustomer,
  signInStaff,
  signUpCustomer,
  signUpRequest,
  signUpStaff,
  staffSessions,
} from "#server/domain/identity/index.ts"
import { after, days } from "#server/kernel/clock.ts"
import { newToken } from "#server/kernel/random.ts"
import { isRefusalOf } from "#server/messages/refusals.ts"
import { caught } from "#tests/support/caught.ts"
import { openWorld } from "#tests/support/open-world.ts"

const world = await openWorld()

const ada = { email: "ada@mail.test", name: "Ada", password: "correct horse" }

test("staff sign up once and in with the right password only", async () => {
  const id = await signUpStaff(world.platform, ada)
  expect(isRefusalOf(await caught(signUpStaff(world.platform, ada)), "identity.email-taken")).toBe(true)
  expect(await signInStaff(world.platform, ada)).toEqual({ id, email: ada.email, name: "Ada", platformAdmin: false })
  const wrong = { email: ada.email, password: "wrong" }
  expect(isRefusalOf(await caught(signInStaff(world.platform, wrong)), "identity.bad-credentials")).toBe(true)
  const unknown = { email: "nobody@mail.test", password: "wrong" }
  expect(isRefusalOf(await caught(signInStaff(world.platform, unknown)), "identity.bad-credentials")).toBe(true)
})

test("the twenty-first try within a quarter of an hour is refused, right or wrong", async () => {
  const tries = { email: "tries@mail.test", password: "wrong" }
  for (let n = 0; n < 20; n++) await caught(signInStaff(world.platform, tries))
  const refusal = await caught(signInStaff(world.platform, tries))
  expect(isRefusalOf(refusal, "http.too-many-requests") && refusal.details?.retryAfterSeconds).toBe(900)
})

test("a session opens, is found, and closes; what is stored cannot be used as a token", async () => {
  const shop = await world.openTestShop()
  const customer = await signUpCustomer(shop, ada)
  const sessions = customerSessions(shop)
  const { token, expiresAt } = await sessions.open(customer.id)

  expect(await sessions.find(token)).toEqual({ userId: customer.id, user: { ...customer }, expiresAt, renewed: false })
  const [row] = await shop.read(({ rows }) => rows.customerSession.findMany())
  expect(row?.id).not.toContain(token)
  expect(await sessions.find(row?.id ?? "")).toBeUndefined()
  expect(await sessions.find(newToken())).toBeUndefined()
  await sessions.close(token)
  expect(await sessions.find(token)).toBeUndefined()
})

test("a session slides in its second half and ends when its time is up", async () => {
  const shop = await world.openTestShop()
  const customer = await signUpCustomer(shop, ada)
  const sessions = customerSessions(shop)
  const { token } = await sessions.open(customer.id)
  const expireIn = (ms: number) =>
    shop.transact(({ rows }) => rows.customerSession.updateMany({ data: { expiresAt: after(new Date(), ms) } }))

  await expireIn(days(14))
  const renewed = await sessions.find(token)
  expect(renewed?.renewed).toBe(true)
  expect(renewed?.expiresAt.getTime()).toBeGreaterThan(after(new Date(), days(29)).getTime())
  expect((await sessions.find(token))?.renewed).toBe(false)

  await expireIn(-1)
  expect(await sessions.find(token)).toBeUndefined()
  expect(await shop.read(({ rows }) => rows.customerSession.count())).toBe(0)
})

test("realms keep apart: shop from shop, console from admin", async () => {
  const [one, other] = [await world.openTestShop(), await world.openTestShop()]
  const customer = await signUpCustomer(one, ada)
  const { token } = await customerSessions(one).open(customer.id)
  expect(await customerSessions(other).find(token)).toBeUndefined()
  expect(isRefusalOf(await caught(signInCustomer(other, ada)), "identity.bad-credentials")).toBe(true)
  expect(await signInCustomer(one, ada)).toEqual(customer)

  const accountId = await signUpStaff(world.platform, { ...ada, email: "clerk@mail.test" })
  const consoleToken = (await staffSessions(world.platform, "console").open(accountId)).token
  expect(await staffSessions(world.platform, "admin").find(consoleToken)).toBeUndefined()
  expect((await staffSessions(world.platform, "console").find(consoleToken))?.userId).toBe(accountId)
})

test("an admin's session ends with the right to it", async () => {
  const accountId = await signUpStaff(world.platform, { ...ada, email: "root@mail.test" })
  const sessions = staffSessions(world.platform, "admin")
  const grant = (platformAdmin: boolean) =>
    world.platform.transact("test", ({ rows }) => rows.account.updateMany({ where: { id: accountId }, data: { platformAdmin } }))
  await grant(true)
  const { token } = await sessions.open(accountId)
  expect((await sessions.find(token))?.user.email).toBe("root@mail.test")
  await grant(false)
  expect(await sessions.find(token)).toBeUndefined()
})

test("closing all sessions of one person leaves the others'", async () => {
  const shop = await world.openTestShop()
  const sessions = customerSessions(shop)
  const [first, second] = [await signUpCustomer(shop, ada), await signUpCustomer(shop, { ...ada, email: "b@mail.test" })]
  const tokens = [await sessions.open(first.id), await sessions.open(first.id), await sessions.open(second.id)]
  await sessions.closeAll(first.id)
  const found = await Promise.all(tokens.map(({ token }) => sessions.find(token)))
  expect(found.map((session) => session?.userId)).toEqual([undefined, undefined, second.id])
})

test("staff reach their own shops only", async () => {
  const shop = await world.openTestShop()
  const stranger = await signUpStaff(world.platform, { ...ada, email: "stranger@mail.test" })
  expect(await findMembership(world.platform, stranger, shop.tenant.slug)).toBeUndefined()
  const [owner] = await shop.read(({ rows }) => rows.membership.findMany())
  const membership = await findMembership(world.platform, owner?.accountId ?? "", shop.tenant.slug)
  expect(membership).toEqual({ tenant: shop.tenant, role: "owner" })
})

test("addresses and passwords are read as people type them", () => {
  const read = signUpRequest.parse({ email: "  Ada@Mail.TEST ", name: " Ada ", password: "ｐａｓｓｗｏｒｄ１２" })
  expect(read).toEqual({ email: "ada@mail.test", name: "Ada", password: "password12" })
  for (const bad of [{ email: "ada" }, { password: "too short" }, { password: "x".repeat(201) }, { name: " " }]) {
    expect(signUpRequest.safeParse({ ...ada, ...bad }).success).toBe(false)
  }
})
