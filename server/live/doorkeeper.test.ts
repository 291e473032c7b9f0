import { beforeEach, describe, expect, it } from "vitest"
import { newId } from "#server/kernel/ids.ts"
import { createMemoryRateLimiter } from "#server/platform/limits/memory-limits.ts"
import { createDoorkeeper, type Doorkeeper } from "./doorkeeper.ts"
import type { Guest } from "./guest.ts"

const site = (tenantId: string): Guest["site"] => ({
  ...{ name: "storefront", origin: "http://a.test" },
  tenant: {
    ...{ id: tenantId, slug: "a", name: "A", tagline: "", status: "active", currency: "USD", language: "en", country: "US" },
    ...{ theme: "linen", host: "a.test" },
  },
})
const guest = (tenantId: string, visitorId: string = newId("visitor")): Guest => ({
  ...{ site: site(tenantId), visitorId, session: undefined },
  person: { account: null, customer: null, actor: undefined },
})
const few = {
  ...{ knocksPerSite: 5, knocksPerVisitor: 3, insidePerSite: 4, insidePerVisitor: 2 },
  questionsPerSite: { burst: 6, perSecond: 1 },
  questionsPerVisitor: { burst: 4, perSecond: 1 },
}

describe("the doorkeeper", () => {
  let now = 0
  let door: Doorkeeper
  beforeEach(() => {
    now = 0
    door = createDoorkeeper(createMemoryRateLimiter(), few, () => now)
  })
  const times = async (count: number, ask: () => boolean | Promise<boolean>) => {
    const answers: boolean[] = []
    for (let n = 0; n < count; n++) answers.push(await ask())
    return answers.filter(Boolean).length
  }

  it("lets so many knock at one shop, and as many at the next", async () => {
    const [a, b] = [newId("tenant"), newId("tenant")]
    expect(await times(8, () => door.mayKnock(site(a)))).toBe(5)
    expect(await times(8, () => door.mayKnock(site(b)))).toBe(5)
  })

  it("lets one visitor come so often, at each shop, and others as often", async () => {
    const tenantId = newId("tenant")
    const ada = guest(tenantId)
    expect(await times(5, () => door.mayEnter(ada))).toBe(3)
    expect(await times(5, () => door.mayEnter(guest(tenantId)))).toBe(5)
    expect(await door.mayEnter(guest(newId("tenant"), ada.visitorId))).toBe(true)
  })

  it("counts who is inside until they leave", async () => {
    const tenantId = newId("tenant")
    const ada = guest(tenantId)
    const leave = [door.entered(ada), door.entered(ada)]
    expect(await door.mayEnter(ada)).toBe(false)
    leave[0]?.()
    expect(await door.mayEnter(ada)).toBe(true)
    for (let n = 0; n < 3; n++) door.entered(guest(tenantId))
    expect(await door.mayEnter(guest(tenantId))).toBe(false)
    expect(await door.mayEnter(guest(newId("tenant")))).toBe(true)
  })

  it("answers so many questions of one visitor, of one shop, and more with time", async () => {
    const tenantId = newId("tenant")
    const ada = guest(tenantId)
    expect(await times(9, () => door.mayAsk(ada))).toBe(4)
    expect(await times(9, () => door.mayAsk(guest(tenantId)))).toBe(2)
    now = 60_000
    expect(await times(9, () => door.mayAsk(ada))).toBe(4)
  })

  it("counts a browser without a cookie with its shop alone", async () => {
    const tenantId = newId("tenant")
    expect(await times(4, () => door.mayEnter(guest(tenantId, "")))).toBe(4)
    expect(await times(9, () => door.mayAsk(guest(tenantId, "")))).toBe(6)
  })
})
