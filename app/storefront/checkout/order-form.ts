import { z } from "zod"
import { emailAddress } from "#server/domain/identity/index.ts"
import { addressSchema } from "#server/domain/orders/index.ts"
import { placeOf } from "./places.ts"

/** Everything that a shopper fills in, as it is needed in that country. Amounts, taxes and stock are never read from a form. */
export function orderForm(country: string) {
  return z.object({ email: emailAddress, address: addressIn(country), shippingMethodId: z.string().max(64) })
}

function addressIn(country: string) {
  const { postcode, withoutPostcode, regions } = placeOf(country)
  const text = z.string().trim()
  return addressSchema.extend({
    postcode: withoutPostcode ? addressSchema.shape.postcode : text.max(20).regex(postcode ?? /./),
    region: !regions ? addressSchema.shape.region : regions === "free" ? text.min(1).max(100) : z.enum(Object.keys(regions)),
  })
}

const country = z.string().regex(/^[A-Z]{2}$/)

/** Where the parcel would go, as far as it is known by now: nothing of it is ever wrong, only unknown. */
export const destinationForm = z.object({
  requote: z.string().optional().catch(undefined),
  address: z
    .object({ country: country.optional().catch(undefined), region: z.string().trim().max(100).optional().catch(undefined) })
    .catch({}),
  shippingMethodId: z.string().max(64).optional().catch(undefined),
})

export const destinationQuery = z.object({
  country: country.optional().catch(undefined),
  region: z.string().trim().max(100).optional().catch(undefined),
  shipping: z.string().max(64).optional().catch(undefined),
})
