import type { LoaderFunctionArgs } from "@remix-run/node"
import type { SignedInAccount } from "#app/http/load-context.ts"
import { redirectTo } from "#app/http/redirect-to.ts"
import { refuse } from "#server/messages/refusals.ts"

/** Who looks after the platform. @throws a way to the sign-in page; Refusal identity.not-allowed */
export function adminOf({ context, request }: Pick<LoaderFunctionArgs, "context" | "request">): SignedInAccount {
  const { account } = context
  if (account) return account.platformAdmin ? account : refuse("identity.not-allowed")
  const { pathname, search } = new URL(request.url)
  throw redirectTo(`/sign-in?${new URLSearchParams({ returnTo: request.method === "GET" ? pathname + search : "/" })}`)
}
