import type { TenantContext } from "#server/context/tenant-context.ts"
import { refuse } from "#server/messages/refusals.ts"
import type { OrderView } from "./order-view.ts"
import { readOrder } from "./read-order.ts"

/** Why someone may see an order: the link's token, being its customer, or working for the shop (checked by the caller). */
export type OrderProof = { readonly token: string } | { readonly customerId: string } | { readonly staff: true }

/**
 * Without the right proof an order does not exist. Staff sees neither the payer's secret nor the link's token.
 * @throws Refusal orders.not-found
 */
export async function findOrder(ctx: TenantContext, orderId: string, proof: OrderProof): Promise<OrderView> {
  const order = await ctx.read((reading) => readOrder(reading, orderId))
  if (!order || !proves(order, proof)) return refuse("orders.not-found")
  if (!("staff" in proof)) return order
  return { ...order, accessToken: "", payment: order.payment && { ...order.payment, clientSecret: null } }
}

function proves(order: OrderView, proof: OrderProof): boolean {
  if ("staff" in proof) return proof.staff
  if ("customerId" in proof) return order.customerId !== null && order.customerId === proof.customerId
  return isSameText(order.accessToken, proof.token)
}

/** Looks at every character, so that the time taken tells nothing of the token. */
function isSameText(secret: string, given: string): boolean {
  let difference = secret.length ^ given.length
  for (let i = 0; i < secret.length; i++) difference |= secret.charCodeAt(i) ^ given.charCodeAt(i)
  return secret.length > 0 && difference === 0
}
