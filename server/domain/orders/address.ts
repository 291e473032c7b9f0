import { z } from "zod"

const text = (most: number) => z.string().trim().max(most)

export const addressSchema = z.object({
  name: text(100).min(1),
  line1: text(200).min(1),
  line2: text(200).default(""),
  city: text(100).min(1),
  postcode: text(20).default(""),
  /** State or province where taxes ask for it. */
  region: text(100).default(""),
  /** ISO 3166 alpha-2. */
  country: z.string().regex(/^[A-Z]{2}$/),
  phone: text(40).default(""),
})

/** Where a parcel goes. */
export type Address = z.infer<typeof addressSchema>
