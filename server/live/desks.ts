import type { StaffRole } from "#server/context/actor.ts"

/** Parts of a shop's work. Each message to the console belongs to one. */
export type Desk = "shop" | "goods" | "orders" | "money"

const everybody = ["owner", "manager", "clerk"] as const satisfies readonly StaffRole[]
const managers = ["owner", "manager"] as const satisfies readonly StaffRole[]

/** Whose work it is: nobody else is told. The same line that the console's pages draw: money is not a clerk's. */
export const rolesAt: { readonly [D in Desk]: readonly StaffRole[] } = {
  shop: everybody,
  goods: everybody,
  orders: everybody,
  money: managers,
}
