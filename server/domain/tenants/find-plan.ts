import type { PlatformContext } from "#server/context/platform-context.ts"
import { type Plan, planCommissions, plans } from "./plans.ts"

export interface PlanChoice {
  readonly plan: Plan
  readonly all: readonly { readonly plan: Plan; readonly commissionBps: number }[]
}

/** A shop's plan, among all. */
export async function findPlan(platform: PlatformContext, tenantId: string): Promise<PlanChoice | undefined> {
  const tenant = await platform.read("tenants.find-plan", ({ rows }) =>
    rows.tenant.findFirst({ where: { id: tenantId }, select: { plan: true } }),
  )
  const plan = plans.find((known) => known === tenant?.plan)
  return plan && { plan, all: plans.map((choice) => ({ plan: choice, commissionBps: planCommissions[choice] })) }
}
