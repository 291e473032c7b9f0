import { z } from "zod"
import type { PlatformContext } from "#server/context/platform-context.ts"
import { agreeCommission } from "#server/domain/pricing/index.ts"
import { choosePlan, plans } from "#server/domain/tenants/index.ts"

/** A percentage as a person types it, as basis points. */
const percent = z
  .string()
  .regex(/^\d{1,2}(?:[.,]\d{1,2})?$/)
  .transform((text) => Math.round(Number(text.replace(",", ".")) * 100))

export const commissionForm = z.discriminatedUnion("do", [
  z.object({ do: z.literal("plan"), plan: z.enum(plans) }),
  z.object({ do: z.literal("category"), categoryId: z.string().max(64), commissionBps: percent.optional() }),
])

/** @throws Refusal as the deed of that name */
export function changeCommission(platform: PlatformContext, tenantId: string, change: z.infer<typeof commissionForm>) {
  return change.do === "plan" ? choosePlan(platform, tenantId, change.plan) : agreeCommission(platform, tenantId, change)
}
