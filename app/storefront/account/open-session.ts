import type { AppLoadContext } from "@remix-run/node"
import { tenantOf } from "#app/http/tenant-of.ts"
import { redirectTo } from "#app/http/redirect-to.ts"
import { customerSessions } from "#server/domain/identity/index.ts"

/** Signs the customer in here, and goes where they wanted to be. */
export async function openSession(context: AppLoadContext, customerId: string, to: string | undefined): Promise<Response> {
  const { token, expiresAt } = await customerSessions(tenantOf(context)).open(customerId)
  context.cookies.set("customer", token, expiresAt)
  return redirectTo(to, "/account")
}
