import type { TenantContext } from "#server/context/tenant-context.ts"
import { isUniqueViolation } from "#server/context/unique-violation.ts"
import { newId } from "#server/kernel/ids.ts"
import { refuse } from "#server/messages/refusals.ts"
import type { SignUpRequest } from "./credentials.ts"
import type { Customer } from "./customer.ts"

/** @throws Refusal identity.email-taken, http.too-many-requests (the hasher is busy) */
export async function signUpCustomer(ctx: TenantContext, { email, name, password }: SignUpRequest): Promise<Customer> {
  const passwordHash = await ctx.ports.passwords.hash(password)
  const id = newId("customer", ctx.clock.now().getTime())
  try {
    await ctx.transact(async ({ rows, tenantId, now, emit }) => {
      await rows.customer.create({ data: { tenantId, id, email, name, passwordHash, createdAt: now } })
      await emit("customer.signed-up", { customerId: id })
    })
  } catch (error) {
    if (isUniqueViolation(error)) refuse("identity.email-taken", { email })
    throw error
  }
  return { id, email, name }
}
