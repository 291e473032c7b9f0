import type { ActionFunctionArgs } from "@remix-run/node"
import { redirectTo } from "#app/http/redirect-to.ts"
import { staffSessions } from "#server/domain/identity/index.ts"

export const loader = () => redirectTo("/")

export async function action({ context }: ActionFunctionArgs) {
  const token = context.cookies.get("admin")
  if (token !== undefined) await staffSessions(context.platform, "admin").close(token)
  context.cookies.clear("admin")
  return redirectTo("/sign-in")
}
