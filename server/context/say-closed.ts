import { isShopClosed } from "#prisma/shop-closed.ts"
import { refuse } from "#server/messages/refusals.ts"

/** A shop that was suspended in the middle says so in words: the database's refusal becomes the business's. */
export async function sayClosed<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (isShopClosed(error)) refuse("tenants.suspended")
    throw error
  }
}
