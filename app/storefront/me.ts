import type { LoaderFunctionArgs } from "@remix-run/node"
import { tenantOf } from "#app/http/tenant-of.ts"
import { cartCount } from "#server/domain/carts/index.ts"
import type { Personal } from "./personal.tsx"

/** What is true of this visitor alone; pages fetch it after they have come to life. */
export async function loader({ context }: LoaderFunctionArgs) {
  const count = context.cartId ? await cartCount(tenantOf(context), context.cartId) : 0
  const { name = null, email = null } = context.customer ?? {}
  const personal: Personal = { cartCount: count, customerName: name, customerEmail: email }
  return Response.json(personal, { headers: { "Cache-Control": "private, no-store" } })
}
