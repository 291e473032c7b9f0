import type { LoaderFunctionArgs } from "@remix-run/node"
import { signedIn } from "#app/console/shop-of.ts"
import { viewSlug } from "#server/domain/tenants/index.ts"

/** Whether a shop's address could be had, asked while it is typed. */
export function loader({ context, request }: LoaderFunctionArgs) {
  signedIn({ context, request })
  return viewSlug(context.platform, new URL(request.url).searchParams.get("slug") ?? "")
}
