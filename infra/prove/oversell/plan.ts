import type { Randomness } from "#infra/prove/isolation/randomness.ts"

/** Something in the shop, by its place: first the goods, then the bundles. */
export type Thing = number

export interface Goods {
  readonly onHand: number
  readonly backorder: number
}

export interface Bundle {
  readonly parts: readonly { readonly thing: Thing; readonly quantity: number }[]
}

export type Line = readonly [thing: Thing, quantity: number]

/** What becomes of an order after it was placed. */
export type Fate = "left" | "cancelled" | "paid"

export type Act =
  | { readonly kind: "buy"; readonly lines: readonly Line[]; readonly fate: Fate; readonly clicks: 1 | 2 }
  /** Goods are held, and whoever wanted to write the order dies in this very moment. */
  | { readonly kind: "abandon"; readonly lines: readonly Line[] }
  | { readonly kind: "receive"; readonly thing: Thing; readonly pieces: number; readonly inAnnex: boolean }
  | { readonly kind: "transfer"; readonly thing: Thing; readonly pieces: number; readonly toAnnex: boolean }
  | { readonly kind: "limit"; readonly thing: Thing; readonly limit: number }
  /** The time to pay of whatever was placed before is up. */
  | { readonly kind: "expire" }

export type Disaster = "none" | "web" | "worker" | "database" | "database-crash"

export interface Plan {
  readonly name: string
  readonly goods: readonly Goods[]
  readonly bundles: readonly Bundle[]
  readonly acts: readonly Act[]
  readonly atOnce: number
  readonly disaster: Disaster
  /** After which share of the acts it strikes. */
  readonly strikesAt: number
  /** So many orders are placed, if nothing goes wrong. */
  readonly orders: number | undefined
}

type Scenario = (random: Randomness) => Omit<Plan, "disaster" | "strikesAt">

const buy = (lines: readonly Line[], fate: Fate = "left", clicks: 1 | 2 = 1): Act => ({ kind: "buy", lines, fate, clicks })
const many = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n))
const shelf = (onHand: number, backorder = 0): Goods => ({ onHand, backorder })
const fates = ["left", "left", "cancelled", "paid", "paid"] as const

const lastUnit: Scenario = (random) => ({
  name: "the last unit",
  goods: [shelf(1)],
  bundles: [],
  acts: many(200, () => buy([[0, 1]], random.pick(["left", "paid"]))),
  atOnce: 200,
  orders: 1,
})

const rush: Scenario = (random) => {
  const pieces = 5 + random.below(20)
  return {
    name: "a rush",
    goods: [shelf(pieces)],
    bundles: [],
    acts: many(pieces * 2 + random.below(40), () => buy([[0, 1]], random.pick(["left", "paid"]))),
    atOnce: 64,
    orders: pieces,
  }
}

/** The same goods in opposite orders, some twice in one cart. */
const crossing: Scenario = (random) => {
  const count = 3 + random.below(3)
  const cart = (n: number): Line[] => {
    const things = many(count, (thing) => thing).filter(() => random.chance(0.7))
    const lines = (things.length > 0 ? things : [0]).map((thing): Line => [thing, 1 + random.below(2)])
    const twice = random.chance(0.3) ? lines.slice(0, 1) : []
    return [...(n % 2 ? lines : lines.reverse()), ...twice]
  }
  return {
    name: "crossing carts",
    goods: many(count, () => shelf(8 + random.below(20))),
    bundles: [],
    acts: many(48, (n) => buy(cart(n), random.pick(fates), random.chance(0.15) ? 2 : 1)),
    atOnce: 32,
    orders: undefined,
  }
}

/** Sets and their parts, sold side by side. */
const sets: Scenario = (random) => ({
  name: "sets",
  goods: many(3, () => shelf(10 + random.below(16))),
  bundles: [
    {
      parts: [
        { thing: 0, quantity: 2 },
        { thing: 1, quantity: 1 },
      ],
    },
    {
      parts: [
        { thing: 1, quantity: 1 },
        { thing: 2, quantity: 1 + random.below(3) },
      ],
    },
  ],
  acts: many(44, () => {
    const first: Line = [random.below(5), 1]
    const lines = random.chance(0.4) ? [first, [random.below(5), 1] as const] : [first]
    return buy(lines, random.pick(fates), random.chance(0.1) ? 2 : 1)
  }),
  atOnce: 32,
  orders: undefined,
})

const backOrders: Scenario = (random) => ({
  name: "back-orders",
  goods: [shelf(4, 6), shelf(0, 10)],
  bundles: [
    {
      parts: [
        { thing: 0, quantity: 1 },
        { thing: 1, quantity: 1 },
      ],
    },
  ],
  acts: many(44, (n): Act => {
    if (n % 7 === 3) return { kind: "receive", thing: random.below(2), pieces: 1 + random.below(4), inAnnex: random.chance(0.5) }
    if (n % 11 === 5) return { kind: "limit", thing: random.below(2), limit: random.below(14) }
    return buy([[random.below(3), 1 + random.below(2)]], random.pick(["left", "cancelled", "paid", "paid", "paid"]))
  }),
  atOnce: 24,
  orders: undefined,
})

/** All of it at once, and the time to pay runs out in the middle. */
const marketDay: Scenario = (random) => ({
  name: "a market day",
  goods: many(4, (n) => shelf(6 + random.below(14), n === 3 ? 5 : 0)),
  bundles: [
    {
      parts: [
        { thing: 0, quantity: 1 },
        { thing: 3, quantity: 2 },
      ],
    },
  ],
  acts: many(56, (n): Act => {
    if (n === 20 || n === 40) return { kind: "expire" }
    const thing = random.below(4)
    if (n % 8 === 2) return { kind: "transfer", thing, pieces: 1 + random.below(3), toAnnex: random.chance(0.6) }
    if (n % 9 === 4) return { kind: "receive", thing, pieces: 1 + random.below(3), inAnnex: random.chance(0.4) }
    const lines = many(1 + random.below(3), (): Line => [random.below(5), 1 + random.below(2)])
    if (n % 13 === 6) return { kind: "abandon", lines }
    return buy(lines, random.pick(fates), random.chance(0.1) ? 2 : 1)
  }),
  atOnce: 32,
  orders: undefined,
})

const scenarios: readonly Scenario[] = [
  lastUnit,
  rush,
  crossing,
  crossing,
  sets,
  sets,
  backOrders,
  backOrders,
  marketDay,
  marketDay,
]

/** The same seed gives the same plan; which act meets which other is up to the machine. */
export function makePlan(random: Randomness, { mayRestart }: { readonly mayRestart: boolean }): Plan {
  const plan = random.pick(scenarios)(random)
  const roll = random.below(1_000)
  const struck = roll < 120 ? "web" : roll < 200 ? "worker" : roll < 222 ? "database" : roll < 244 ? "database-crash" : "none"
  const disaster = !mayRestart && struck.startsWith("database") ? "web" : struck
  const isCalm = disaster === "none"
  return { ...plan, disaster, strikesAt: 0.1 + random.below(80) / 100, orders: isCalm ? plan.orders : undefined }
}
