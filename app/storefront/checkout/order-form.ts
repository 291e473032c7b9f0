import { z } from "zod"
import { emailAddress } from "#server/domain/identity/index.ts"
import { addressSchema } from "#server/domain/orders/index.ts"
import { placeProblems } from "./places.ts"

/** Everything that a shopper fills in. Amounts, taxes and stock are never read from a form. */
export const orderForm = z.object({
  email: emailAddress,
  address: addressSchema.superRefine(({ country, postcode, region }, check) => {
    for (const { field, kind } of placeProblems(country, postcode, region)) {
      check.addIssue({ code: "custom", path: [field], message: `field.${kind}` })
    }
  }),
  shippingMethodId: z.string().max(64),
})

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
