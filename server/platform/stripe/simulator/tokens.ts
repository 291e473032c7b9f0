import { createHash, randomBytes, timingSafeEqual } from "node:crypto"

const letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

export function randomText(length: number): string {
  // 62 × 4 = 248: bytes above would favour the first letters.
  let text = ""
  while (text.length < length) for (const byte of randomBytes(length)) if (byte < 248) text += letters.charAt(byte % 62)
  return text.slice(0, length)
}

export function newStripeId(prefix: string): string {
  return `${prefix}_${randomText(24)}`
}

export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b))
}

export function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest()
}
