import { promisableOf } from "./level.ts"
import type { LockedStock, Part } from "./lock-demand.ts"
import type { Demand } from "./stock-state.ts"

/** Somebody wants all of this or none of it. */
export interface Wish {
  /** In whose name: an order, or the filling of a cart. */
  readonly reference: string
  readonly demands: readonly Demand[]
}

/** As the shopper named it: of a bundle, how many bundles. */
export interface Shortage {
  readonly variantId: string
  readonly wanted: number
  readonly free: number
}

export interface Grant {
  readonly reference: string
  readonly variantId: string
  readonly quantity: number
  /** The level's revision after this grant. */
  readonly place: number
}

/** What a variant gives away in all. */
export interface Taken {
  pieces: number
  grants: number
}

export interface Decision {
  /** In the order of the wishes; empty: granted. */
  readonly shortages: readonly (readonly Shortage[])[]
  readonly grants: readonly Grant[]
  readonly taken: ReadonlyMap<string, Taken>
}

/**
 * First come, first served: each wish is looked at with what those before it have left. One that does not fit is refused and leaves
 * what is there to those behind it.
 */
export function decideGrants(stock: LockedStock, wishes: readonly Wish[]): Decision {
  const taken = new Map<string, Taken>()
  const left = (variantId: string): number => {
    const level = stock.levels.get(variantId)
    return level ? promisableOf(level) - (taken.get(variantId)?.pieces ?? 0) : 0
  }
  const grants: Grant[] = []
  const take = (reference: string, variantId: string, quantity: number) => {
    const sum = taken.get(variantId) ?? { pieces: 0, grants: 0 }
    sum.pieces += quantity
    sum.grants += 1
    taken.set(variantId, sum)
    grants.push({ reference, variantId, quantity, place: (stock.levels.get(variantId)?.revision ?? 0) + sum.grants })
  }
  const shortages = wishes.map(({ reference, demands }) => {
    const [only] = demands
    // Most of a crowd wants one thing.
    if (only && demands.length === 1 && !stock.recipes.has(only.variantId)) return [soldOut(only)]
    const lines = perVariant(demands)
    const needs = needsOf(lines, stock.recipes)
    if (!needs || !fitsAll(needs, left)) return shortOf(lines, stock, needs, left)
    for (const [variantId, quantity] of needs) take(reference, variantId, quantity)
    return granted
  })
  return { shortages, grants, taken }
}

const granted: readonly Shortage[] = []
const soldOut = ({ variantId, quantity }: Demand): Shortage => ({ variantId, wanted: quantity, free: 0 })

function fitsAll(needs: ReadonlyMap<string, number>, left: (variantId: string) => number): boolean {
  for (const [variantId, pieces] of needs) if (pieces > left(variantId)) return false
  return true
}

/** The same variant on two lines is one demand: looked at apart, each would see the same free pieces. */
function perVariant(demands: readonly Demand[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const { variantId, quantity } of demands) sums.set(variantId, (sums.get(variantId) ?? 0) + quantity)
  if (sums.size === 0) throw new Error("an order without lines cannot reserve")
  return sums
}

/** Pieces per stocked variant. Undefined: a line is not known. */
function needsOf(lines: ReadonlyMap<string, number>, recipes: LockedStock["recipes"]): Map<string, number> | undefined {
  const needs = new Map<string, number>()
  for (const [line, quantity] of lines) {
    const recipe = recipes.get(line)
    if (!recipe) return undefined
    for (const { variantId, per } of recipe) needs.set(variantId, (needs.get(variantId) ?? 0) + per * quantity)
  }
  return needs
}

/** Which lines are in the way, each with how many of it would have fitted beside the others. */
function shortOf(
  lines: ReadonlyMap<string, number>,
  { recipes }: LockedStock,
  needs: ReadonlyMap<string, number> | undefined,
  left: (variantId: string) => number,
): Shortage[] {
  const fits = (recipe: readonly Part[], wanted: number) =>
    recipe.reduce((least, { variantId, per }) => {
      const others = (needs?.get(variantId) ?? 0) - per * wanted
      return Math.min(least, Math.max(0, Math.floor((left(variantId) - Math.max(0, others)) / per)))
    }, wanted)
  return [...lines]
    .map(([variantId, wanted]) => ({ variantId, wanted, free: fits(recipes.get(variantId) ?? [{ variantId, per: 1 }], wanted) }))
    .filter(({ wanted, free }) => free < wanted)
    .sort((a, b) => (a.variantId < b.variantId ? -1 : 1))
}
