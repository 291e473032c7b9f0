import type { Performance } from "./play.ts"
import type { Plan } from "./plan.ts"
import type { Ending } from "./wish.ts"

const allowedRefusals: ReadonlySet<string> = new Set([
  ...["inventory.sold-out", "inventory.not-there", "inventory.below-promised", "orders.wrong-state"],
])
/** What a caller may see while a database or a process goes away. A deadlock is never among them. */
const outage =
  /terminat|ECONN|EPIPE|is (starting up|shutting down|not yet accepting)|not queryable|answered by ROLLBACK|recovery mode|Client has encountered|server closed|57P0|08006/i

/** What callers were told that they should not have been. */
export function judge(plan: Plan, performances: readonly Performance[]): string[] {
  const isCalm = plan.disaster === "none"
  const found = performances.flatMap(({ act, endings }) =>
    endings.flatMap((ending) => {
      if (ending.is === "refused" && !allowedRefusals.has(ending.code)) return [`${act.kind} was refused: ${ending.code}`]
      if (ending.is === "lost" && isCalm) return [`${act.kind} was lost though nobody died`]
      if (isBusy(ending)) return []
      if (ending.is === "fault" && (isCalm || !outage.test(ending.said))) return [`${act.kind} failed: ${ending.said}`]
      return []
    }),
  )
  const twins = performances.flatMap(({ endings }) => {
    const orders = new Set(endings.flatMap(ordersOf))
    return orders.size > 1 ? [`two clicks became ${orders.size} orders`] : []
  })
  return [...found, ...twins]
}

/** More at once than the machine can carry: told to come again, and nothing was written. */
export const isBusy = (ending: Ending): boolean =>
  ending.is === "fault" && ending.said.includes("timeout exceeded when trying to connect")

export const ordersOf = (ending: Ending): string[] => (ending.is === "done" && ending.orderId ? [ending.orderId] : [])
