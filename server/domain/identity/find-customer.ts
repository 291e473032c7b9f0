import type { TenantContext } from "#server/context/tenant-context.ts"
import { type Customer, customerFields } from "./customer.ts"

export async function findCustomer(ctx: TenantContext, customerId: string): Promise<Customer | undefined> {
  const found = await ctx.read(({ rows }) => rows.customer.findFirst({ where: { id: customerId }, select: customerFields }))
  return found ?? undefined
}
