import { createHash, randomBytes, timingSafeEqual } from "node:crypto"

const letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

let pool = randomBytes(4_096)
let used = 0

/** One call for many: a random byte at a time costs more than the rest of an answer. */
function nextByte(): number {
  if (used === pool.length) {
    pool = randomBytes(4_096)
    used = 0
  }
  return pool.readUInt8(used++)
}

export function randomText(length: number): string {
  let text = ""
  while (text.length < length) {
    // 62 × 4 = 248: bytes above would favour the first letters.
    const byte = nextByte()
    if (byte < 248) text += letters.charAt(byte % 62)
  }
  return text
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
