/** Crockford's, in lower case: no letter looks like a digit, and byte order is number order. */
export const base32 = "0123456789abcdefghjkmnpqrstvwxyz"

/** Cryptographic random text in base 32, five bits a letter, in the browser as on the server. */
export function randomText(length: number): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(length))
  return Array.from(bytes, (byte) => base32.charAt(byte & 31)).join("")
}

/** An unguessable token of 160 bits. */
export function newToken(): string {
  return randomText(32)
}
