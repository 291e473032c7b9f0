import type { LoaderFunctionArgs } from "@remix-run/node"
import { shopOf } from "#app/console/shop-of.ts"
import { findOrder } from "#server/domain/orders/index.ts"

/** Lets nobody ask about an order that is not this shop's. @throws as `shopOf`; Refusal orders.not-found */
export async function knownOrder(args: LoaderFunctionArgs): Promise<null> {
  await findOrder(await shopOf(args), args.params["orderId"] ?? "", { staff: true })
  return null
}
