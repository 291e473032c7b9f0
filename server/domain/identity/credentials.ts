import { z } from "zod"

const email = z.string().trim().toLowerCase().max(254).pipe(z.email())
/** The same letters typed on another keyboard are the same password. */
const newPassword = z
  .string()
  .max(400)
  .transform((text) => text.normalize("NFKC"))
  .pipe(z.string().min(10).max(200))
const password = z
  .string()
  .min(1)
  .max(400)
  .transform((text) => text.normalize("NFKC"))

export const signUpRequest = z.object({ email, name: z.string().trim().min(1).max(80), password: newPassword })
export type SignUpRequest = z.output<typeof signUpRequest>

export const signInRequest = z.object({ email, password })
export type SignInRequest = z.output<typeof signInRequest>

export { email as emailAddress }
