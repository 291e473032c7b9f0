/** Each tenant's values say whose they are: texts carry its mark, numbers and milliseconds are its number modulo this. */
export const modulus = 64
export const tenantIdOf = (tenant: number): string => `ten_p${String(tenant).padStart(2, "0")}`
export const markOf = (tenant: number): string => `~t${String(tenant).padStart(2, "0")}~`
export const codeOf = (tenant: number, length: number): string =>
  `${"T".repeat(length - 2)}${String.fromCharCode(65 + Math.floor(tenant / 26), 65 + (tenant % 26))}`

export const numberOf = (tenant: number, n: number): number => modulus * ((n % 7) + 1) + tenant
const dawn = modulus * Math.floor(1_700_000_000_000 / modulus)
export const dateOf = (tenant: number, n: number): Date => new Date(dawn + modulus * n + tenant)

const anyMark = /~t(\d\d)~/g
const anyTenant = /\bten_p(\d\d)\b/g

/** The first other tenant that a text speaks of. */
export function strangerIn(text: string, tenant: number): number | undefined {
  for (const pattern of [anyMark, anyTenant])
    for (const [, digits] of text.matchAll(pattern)) if (Number(digits) !== tenant) return Number(digits)
  return undefined
}

/** Rows that every tenant has under the same key, and one that nobody else has: its key is easy to guess. */
export const sharedKeys = ["k1", "k2", "k3"] as const
export const privateKey = (tenant: number): string => `only${String(tenant).padStart(2, "0")}`
export const nowhere = "only99"

/** A small number for a key: equal keys collide in their numbers as well. */
export function ordinal(key: string): number {
  const digits = Number(/\d+/.exec(key)?.[0] ?? 0)
  return key.startsWith("k") ? digits : key.startsWith("only") ? 500 + digits : 1_000 + digits
}
