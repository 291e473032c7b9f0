import { expect, test } from "vitest"
import {
  changeShop,
  findTenantByHost,
  findTenantById,
  findTenantBySlug,
  listShops,
  openShop,
  reinstateTenant,
  shopRequest,
  slugOf,
  suspendTenant,
} from "#server/domain/tenants/index.ts"
import { listMemberships, signUpStaff } from "#server/domain/identity/index.ts"
import { isRefusalOf } from "#server/messages/refusals.ts"
import { caught } from "#tests/support/caught.ts"
import { openWorld } from "#tests/support/open-world.ts"

const world = await openWorld()

const opening = {
  name: "Clay & Co",
  slug: "clay",
  currency: "EUR",
  language: "de",
  country: "DE",
  theme: "linen",
  apexHost: "localhost",
} as const

test("a shop opens with its address, owner, deliveries, tax and event", async () => {
  const accountId = await signUpStaff(world.platform, { email: "ada@clay.test", name: "Ada", password: "long enough" })
  const { tenantId, host } = await openShop(world.platform, accountId, opening)

  expect(host).toBe("clay.localhost")
  const byHost = await findTenantByHost(world.platform, "clay.localhost")
  expect(byHost).toMatchObject({
    id: tenantId,
    slug: "clay",
    name: "Clay & Co",
    status: "active",
    currency: "EUR",
    host,
  })
  expect(await findTenantById(world.platform, tenantId)).toEqual(byHost)
  expect(await findTenantBySlug(world.platform, "clay")).toEqual(byHost)
  expect(await findTenantByHost(world.platform, "CLAY.localhost")).toBeUndefined()
  expect(await findTenantByHost(world.platform, "other.localhost")).toBeUndefined()
  expect(await listMemberships(world.platform, accountId)).toEqual([{ tenantId, slug: "clay", name: "Clay & Co", role: "owner" }])

  const { methods, rates, events } = await world.platform.read("test.look", async ({ rows }) => ({
    methods: await rows.shippingMethod.findMany({ where: { tenantId }, orderBy: { position: "asc" } }),
    rates: await rows.taxRate.findMany({ where: { tenantId } }),
    events: await rows.outboxEvent.findMany({ where: { tenantId } }),
  }))
  expect(methods.map(({ name, priceMinor }) => [name, priceMinor])).toEqual([
    ["Standardversand", 500n],
    ["Expressversand", 1500n],
  ])
  expect(rates).toMatchObject([{ country: "DE", basisPoints: 1900, included: true }])
  expect(events).toMatchObject([{ name: "tenant.opened", payload: { tenantId } }])
})

test("a taken address and a reserved one are refused, and nothing is left behind", async () => {
  const accountId = await signUpStaff(world.platform, { email: "bob@clay.test", name: "Bob", password: "long enough" })
  const taken = await caught(openShop(world.platform, accountId, opening))
  expect(isRefusalOf(taken, "tenants.slug-taken")).toBe(true)
  const reserved = await caught(openShop(world.platform, accountId, { ...opening, slug: "console" }))
  expect(isRefusalOf(reserved, "tenants.slug-reserved")).toBe(true)
  expect(await listMemberships(world.platform, accountId)).toEqual([])
})

test("a suspended shop leaves the market and comes back; each is told once", async () => {
  const { tenant } = await world.openTestShop()
  await suspendTenant(world.platform, tenant.id)
  await suspendTenant(world.platform, tenant.id)
  expect((await findTenantById(world.platform, tenant.id))?.status).toBe("suspended")
  expect((await listShops(world.platform)).map(({ tenantId }) => tenantId)).not.toContain(tenant.id)

  await reinstateTenant(world.platform, tenant.id)
  expect((await listShops(world.platform)).map(({ tenantId }) => tenantId)).toContain(tenant.id)
  const events = await world.platform.read("test.look", ({ rows }) =>
    rows.outboxEvent.findMany({ where: { tenantId: tenant.id }, orderBy: { id: "asc" } }),
  )
  expect(events.map(({ name }) => name)).toEqual(["tenant.opened", "tenant.suspended", "tenant.reinstated"])

  const missing = await caught(suspendTenant(world.platform, "ten_nobody"))
  expect(isRefusalOf(missing, "tenants.not-found")).toBe(true)
})

test("a merchant changes how the shop looks, not what it costs, and no other shop", async () => {
  const one = await world.openTestShop()
  const other = await world.openTestShop()
  await changeShop(one, { name: "New Name", tagline: "Hello", theme: "moss" })
  expect(await findTenantById(world.platform, one.tenant.id)).toMatchObject({ name: "New Name", tagline: "Hello", theme: "moss" })
  expect(await findTenantById(world.platform, other.tenant.id)).toEqual(other.tenant)

  await expect(
    one.transact(({ sql }) => sql`update tenant set name = 'taken over' where id = ${other.tenant.id} returning id`),
  ).rejects.toThrow("another tenant")
  await expect(
    one.transact(({ sql, tenantId }) => sql`update tenant set commission_bps = 0 where id = ${tenantId} returning id`),
  ).rejects.toThrow()
})

test("a shop's form takes what can be a host name", () => {
  const form = { name: "Clay", currency: "EUR", language: "de", country: "de", theme: "linen" }
  expect(shopRequest.parse({ ...form, slug: " Clay-House " })).toMatchObject({ slug: "clay-house", country: "DE" })
  for (const slug of ["", "ab", "-clay", "clay-", "cl ay", "cläy", "xn--80ak6aa92e", "a".repeat(41)]) {
    expect(shopRequest.safeParse({ ...form, slug }).success, slug).toBe(false)
  }
  expect(shopRequest.safeParse({ ...form, slug: "clay", country: "ZZ" }).success).toBe(false)
  expect(slugOf("Müller & Söhne")).toBe("muller-sohne")
})
