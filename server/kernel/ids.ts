import { branded } from "./brand.ts"
import { base32, randomText } from "./random.ts"

/** Every kind of row that has an identity, and the prefix that shows it. */
export const idPrefixes = {
  tenant: "ten",
  account: "acc",
  membership: "mem",
  customer: "cus",
  category: "cat",
  product: "prd",
  option: "opt",
  variant: "var",
  picture: "pic",
  movement: "mov",
  reservation: "rsv",
  location: "loc",
  watch: "wat",
  shippingMethod: "shm",
  taxRate: "tax",
  cart: "crt",
  order: "ord",
  orderLine: "oln",
  shipment: "shp",
  payment: "pay",
  refund: "rfd",
  refundLine: "rfl",
  transfer: "trf",
  reversal: "rvs",
  posting: "pst",
  entry: "ent",
  event: "evt",
  signal: "sig",
  training: "trn",
  model: "mdl",
  searchRule: "srl",
  trial: "trl",
  visitor: "vis",
  audit: "aud",
  use: "use",
  fault: "flt",
  alert: "alr",
  letter: "ltr",
} as const

export type IdKind = keyof typeof idPrefixes
export type Id<K extends IdKind> = `${(typeof idPrefixes)[K]}_${string}`

const shape = /^[a-z]{3}_[0-9a-hjkmnp-tv-z]{26}$/

/**
 * A new identifier: prefix, 48 bits of milliseconds, 80 random bits, in Crockford base 32.
 * Byte order is time order, to the millisecond.
 */
export function newId<K extends IdKind>(kind: K, at: number = Date.now()): Id<K> {
  return branded<Id<K>>(`${idPrefixes[kind]}_${encodeTime(at)}${randomText(16)}`)
}

export function isId<K extends IdKind>(kind: K, text: unknown): text is Id<K> {
  return typeof text === "string" && text.startsWith(`${idPrefixes[kind]}_`) && shape.test(text)
}

function encodeTime(at: number): string {
  let rest = at
  let text = ""
  for (let i = 0; i < 10; i++) {
    text = base32.charAt(rest % 32) + text
    rest = Math.floor(rest / 32)
  }
  return text
}
