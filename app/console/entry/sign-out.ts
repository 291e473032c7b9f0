import type { ActionFunctionArgs } from "@remix-run/node"
import { redirectTo } from "#app/http/redirect-to.ts"
import { staffSessions } from "#server/domain/identity/index.ts"

export const loader = () => redirectTo("/")

export async function action({ context }: ActionFunctionArgs) {
  const token = context.cookies.get("staff")
  if (token !== undefined) await staffSessions(context.platform, "console").close(token)
  context.cookies.clear("staff")
  return redirectTo("/sign-in")
}
