import type { TenantContext } from "#server/context/tenant-context.ts"
import { limitKey } from "#server/kernel/tenant-keys.ts"
import { refuse } from "#server/messages/refusals.ts"
import { countAttempt } from "./attempts.ts"
import type { SignInRequest } from "./credentials.ts"
import { type Customer, customerFields } from "./customer.ts"

/**
 * An unknown address takes as long as a wrong password. Opens no session: see `customerSessions`.
 * @throws Refusal identity.bad-credentials, http.too-many-requests
 */
export async function signInCustomer(ctx: TenantContext, { email, password }: SignInRequest): Promise<Customer> {
  const { passwords, limits } = ctx.ports
  await countAttempt(limits, limitKey(ctx.tenant.id, "sign-in", email))
  const found = await ctx.read(({ rows }) =>
    rows.customer.findFirst({ where: { email }, select: { ...customerFields, passwordHash: true } }),
  )
  const isRight = found ? await passwords.verify(found.passwordHash, password) : await passwords.pretend(password)
  if (!found || !isRight) return refuse("identity.bad-credentials")
  const { passwordHash: _, ...customer } = found
  return customer
}
