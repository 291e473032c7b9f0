import type { LoaderFunctionArgs } from "@remix-run/node"
import { redirectTo } from "#app/http/redirect-to.ts"
import type { SignedInAccount } from "#app/http/load-context.ts"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { refuse } from "#server/messages/refusals.ts"

type Asked = Pick<LoaderFunctionArgs, "context" | "request" | "params">

/** Who is signed in. @throws a way to the sign-in page, and back */
export function signedIn({ context, request }: Omit<Asked, "params">): SignedInAccount {
  if (context.account) return context.account
  const { pathname, search } = new URL(request.url)
  const returnTo = request.method === "GET" ? pathname + search : "/"
  throw redirectTo(`/sign-in?${new URLSearchParams({ returnTo })}`)
}

/** The shop that the address names, for the people who work there. @throws as `signedIn`; a 404 response for everyone else */
export function shopOf(asked: Asked): Promise<TenantContext> {
  signedIn(asked)
  return asked.context.shop(asked.params["shop"] ?? "")
}

/** The same for what is not a clerk's: money and settings. @throws as `shopOf`; Refusal identity.not-allowed */
export async function managedShopOf(asked: Asked): Promise<TenantContext> {
  const ctx = await shopOf(asked)
  return isManager(ctx) ? ctx : refuse("identity.not-allowed")
}

export function isManager({ actor }: TenantContext): boolean {
  return actor.kind === "staff" && actor.role !== "clerk"
}
