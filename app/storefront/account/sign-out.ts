import type { ActionFunctionArgs } from "@remix-run/node"
import { redirectTo } from "#app/http/redirect-to.ts"
import { tenantOf } from "#app/http/tenant-of.ts"
import { customerSessions } from "#server/domain/identity/index.ts"

export const loader = () => redirectTo("/account")

export async function action({ context }: ActionFunctionArgs) {
  const token = context.cookies.get("customer")
  if (token !== undefined) await customerSessions(tenantOf(context)).close(token)
  context.cookies.clear("customer")
  return redirectTo("/")
}
