import type { PlatformContext } from "#server/context/platform-context.ts"
import { refuse } from "#server/messages/refusals.ts"
import { type Plan, planCommissions } from "./plans.ts"

/** Counts for orders from now on: each carries the commission of its day. @throws Refusal tenants.not-found */
export function choosePlan(platform: PlatformContext, tenantId: string, plan: Plan): Promise<void> {
  return platform.transact(
    "tenant.plan-chosen",
    async ({ rows, emit }) => {
      const data = { plan, commissionBps: planCommissions[plan] }
      const { count } = await rows.tenant.updateMany({ where: { id: tenantId }, data })
      if (count === 0) refuse("tenants.not-found")
      await emit(tenantId, "tenant.changed", { tenantId })
    },
    { tenantId, reason: plan },
  )
}
