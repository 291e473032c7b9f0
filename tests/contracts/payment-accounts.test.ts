import { afterAll, beforeAll, expect, it } from "vitest"
import { openPaymentWorld, type PaymentWorld } from "./payment-world.ts"

let world: PaymentWorld
beforeAll(async () => {
  world = await openPaymentWorld({ webhook: { events: ["account.updated"] } })
})
afterAll(() => world.close())

const request = { tenantId: "ten_1", name: "North", email: "nora@north.example", country: "US", currency: "USD" }
const back = { returnUrl: "http://console.localhost:3000/back", refreshUrl: "http://console.localhost:3000/again" }

async function answer(address: string, outcome: string) {
  const { pathname, search } = new URL(address)
  const body = new URLSearchParams({ outcome })
  return fetch(`${world.base}${pathname}${search}`, { method: "POST", body, redirect: "manual" })
}

it("is opened once per key, and starts with everything to tell", async () => {
  const opened = await Promise.all([1, 2].map(() => world.gateway.openAccount({ ...request, idempotencyKey: "account-1" })))
  expect(new Set(opened.map(({ providerRef }) => providerRef)).size).toBe(1)
  expect(opened[0]).toMatchObject({
    tenantId: "ten_1",
    arePayoutsEnabled: false,
    isTransferable: false,
    areDetailsSubmitted: false,
  })
  expect(opened[0]?.currentlyDue).toContain("external_account")
})

it("learns at its own page who the merchant is, and tells us for that account", async () => {
  const { providerRef } = await world.gateway.openAccount({ ...request, idempotencyKey: "account-2" })
  const partly = await answer(await world.gateway.linkToOnboarding(providerRef, back), "no-bank")
  expect([partly.status, partly.headers.get("location")]).toEqual([303, back.returnUrl])
  expect(await world.gateway.findAccount(providerRef)).toMatchObject({
    ...{ isTransferable: true, arePayoutsEnabled: false, currentlyDue: ["external_account"] },
  })
  await answer(await world.gateway.linkToOnboarding(providerRef, back), "all")
  expect(await world.gateway.findAccount(providerRef)).toMatchObject({
    arePayoutsEnabled: true,
    currentlyDue: [],
    disabledReason: "",
  })

  await world.simulator.idle()
  const told = world.received.map(({ raw, signature }) => world.gateway.verifyEvent(raw, signature))
  expect(told).toHaveLength(2)
  for (const one of told) expect(one).toMatchObject({ about: "account", tenantId: "ten_1", account: providerRef })
})

it("shows its page once, to whoever has the address", async () => {
  const { providerRef } = await world.gateway.openAccount({ ...request, idempotencyKey: "account-3" })
  const address = await world.gateway.linkToOnboarding(providerRef, back)
  const { pathname, search } = new URL(address)
  expect((await fetch(`${world.base}${pathname}${search}`)).status).toBe(200)
  expect((await fetch(`${world.base}${pathname}?token=wrong`)).status).toBe(410)
  await answer(address, "later")
  expect((await answer(address, "all")).headers.get("location")).toBe(back.refreshUrl)
  expect(await world.gateway.findAccount(providerRef)).toMatchObject({ areDetailsSubmitted: false })
})
