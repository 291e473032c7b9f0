import { signUpStaff } from "#server/domain/identity/index.ts"
import { openShop } from "#server/domain/tenants/index.ts"
import { publishGoods } from "#tests/support/goods.ts"
import type { House } from "./open-house.ts"
import { openScribe, type Scribe } from "./scribe.ts"

/** A shop, and who writes for it. One run at a time goes on in it. */
export interface Lane {
  readonly tenantId: string
  readonly productIds: readonly string[]
  readonly scribe: Scribe
  /** The log's head, and how many deeds there were, when the last run had been looked at. */
  head: number
  deeds: number
}

export async function openLanes(house: House, count: number, script: string, wish: object): Promise<Lane[]> {
  const lanes: Lane[] = []
  for (let nth = 0; nth < count; nth++) {
    const slug = `lane-${nth}`
    const owner = await signUpStaff(house.platform, { email: `${slug}@mail.test`, name: "Owner", password: "a long password" })
    const terms = { name: slug, slug, currency: "USD", country: "US", language: "en", theme: "linen", apexHost: "test" } as const
    const { tenantId } = await openShop(house.platform, owner, terms)
    const ctx = await house.shop(tenantId)
    const productIds: string[] = []
    for (const title of ["Mug", "Bowl", "Plate", "Jug", "Cup", "Pan", "Pot", "Tray"])
      productIds.push((await publishGoods(ctx, { title })).productId)
    lanes.push({ tenantId, productIds, scribe: await openScribe(script, wish), head: 0, deeds: 0 })
  }
  return lanes
}
