import type { LoaderFunctionArgs } from "@remix-run/node"
import { shopOf } from "#app/console/shop-of.ts"
import { findProductById } from "#server/domain/catalog/index.ts"
import { refuse } from "#server/messages/refusals.ts"

/** Lets nobody ask about a product that is not this shop's. @throws as `shopOf`; Refusal catalog.product-not-found */
export async function knownProduct(args: LoaderFunctionArgs): Promise<null> {
  const product = await findProductById(await shopOf(args), args.params["productId"] ?? "")
  return product ? null : refuse("catalog.product-not-found")
}
