/** Cryptographic random bytes, in the browser as on the server. */
export function randomBytes(count: number): Uint8Array {
  return globalThis.crypto.getRandomValues(new Uint8Array(count))
}

/** An unguessable token of 160 bits in lower-case base 32. */
export function newToken(): string {
  const alphabet = "0123456789abcdefghjkmnpqrstvwxyz"
  return Array.from(randomBytes(32), (byte) => alphabet.charAt(byte & 31)).join("")
}
