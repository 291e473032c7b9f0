import type { AppLoadContext } from "@remix-run/node"
import { z } from "zod"
import { tenantOf } from "#app/http/tenant-of.ts"
import { findOrder, type OrderProof, type OrderView } from "#server/domain/orders/index.ts"
import { isId } from "#server/kernel/ids.ts"
import { isRefusalOf, refuse } from "#server/messages/refusals.ts"
import { rememberedToken, rememberOrder } from "./order-cookie.ts"

interface Asked {
  readonly request: Request
  readonly params: { readonly orderId?: string | undefined }
  readonly context: AppLoadContext
}

/**
 * The order of the address, if this browser may see it: by the link's token, by what it remembers, or by being its customer.
 * A right token is remembered, so that later pages need none.
 * @throws Refusal orders.not-found
 */
export async function ownOrder({ request, params, context }: Asked): Promise<OrderView> {
  const { orderId } = params
  if (!isId("order", orderId)) return refuse("orders.not-found")
  const ctx = tenantOf(context)
  const linked = z.string().max(64).safeParse(new URL(request.url).searchParams.get("token")).data
  const order = await firstProven(proofsOf(context, orderId, linked), (proof) => findOrder(ctx, orderId, proof))
  if (linked === order.accessToken && rememberedToken(context.cookies, orderId) === undefined) {
    rememberOrder(context.cookies, { id: orderId, token: linked }, ctx.clock.now())
  }
  return order
}

function proofsOf({ cookies, customer }: AppLoadContext, orderId: string, linked: string | undefined): OrderProof[] {
  const remembered = rememberedToken(cookies, orderId)
  return [
    ...(linked ? [{ token: linked }] : []),
    ...(remembered ? [{ token: remembered }] : []),
    ...(customer ? [{ customerId: customer.id }] : []),
  ]
}

async function firstProven(proofs: readonly OrderProof[], find: (proof: OrderProof) => Promise<OrderView>): Promise<OrderView> {
  for (const proof of proofs) {
    try {
      return await find(proof)
    } catch (error) {
      if (!isRefusalOf(error, "orders.not-found")) throw error
    }
  }
  return refuse("orders.not-found")
}
