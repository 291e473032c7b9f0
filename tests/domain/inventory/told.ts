import { z } from "zod"
import type { TenantContext } from "#server/context/tenant-context.ts"

const told = z.object({
  variantId: z.string(),
  free: z.number(),
  promisable: z.number().optional(),
  revision: z.number().optional(),
})

/** What was told of a variant, in the order of its revisions. */
export async function toldOf(ctx: TenantContext, name: string, variantId: string): Promise<z.infer<typeof told>[]> {
  const events = await ctx.read(({ rows }) => rows.outboxEvent.findMany({ where: { name }, orderBy: { id: "asc" } }))
  return events
    .map(({ payload }) => told.parse(payload))
    .filter((payload) => payload.variantId === variantId)
    .sort((a, b) => (a.revision ?? 0) - (b.revision ?? 0))
}
