import type { PlannedShop } from "#prisma/seed/catalog/plan.ts"
import type { Dice } from "#prisma/seed/dice.ts"

export interface Visitor {
  readonly id: string
  /** Which of the shop's tastes this person has: what they come back for. */
  readonly taste: number
  /** The price range that they mostly look at. */
  readonly band: 0 | 1 | 2
  /** How often they come, against 1 for someone who happens by. */
  readonly loyalty: number
  readonly name: string
  readonly email: string
  readonly customerId: string | null
  readonly place: PlannedShop["source"]["people"]["places"][number]
  readonly street: string
}

export interface KnownCustomer {
  readonly id: string
  readonly name: string
  readonly email: string
}

export const tasteCount = 6

/** The shop's account holders first (they come often), then strangers, of whom one in eight is a regular. */
export function visitorsOf(
  shop: PlannedShop,
  known: readonly KnownCustomer[],
  count: number,
  since: number,
  luck: Dice,
): Visitor[] {
  return Array.from({ length: count }, (_, place) => {
    const customer = known[place]
    const { people } = shop.source
    const names = [luck.pick(people.givenNames), luck.pick(people.familyNames)]
    const regular = customer !== undefined || luck.chance(0.125)
    return {
      id: luck.id("visitor", since),
      taste: luck.between(0, tasteCount - 1),
      band: luck.pick([0, 0, 0, 1, 1, 1, 2, 2] as const),
      loyalty: regular ? luck.between(7, 20) : luck.between(1, 3),
      name: customer?.name ?? (people.familyFirst ? names.reverse().join("") : names.join(" ")),
      email:
        customer?.email ?? `${luck.pick(["mail", "post", "hello", "home", "me"])}.${luck.token().slice(0, 6)}@people.example`,
      customerId: customer?.id ?? null,
      place: luck.pick(people.places),
      street: people.streetLine(luck.pick(people.streets), luck.between(1, 96)),
    }
  })
}
