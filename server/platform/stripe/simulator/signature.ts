import { createHmac } from "node:crypto"

/** The `Stripe-Signature` header for exactly these bytes at this second. */
export function signatureOf(secret: string, payload: string, unixSeconds: number): string {
  const v1 = createHmac("sha256", secret).update(`${unixSeconds}.${payload}`).digest("hex")
  return `t=${unixSeconds},v1=${v1}`
}
