/** Minor-unit digits by ISO 4217; two unless listed. */
const digits: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  MGA: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
}

/** The currencies in which a shop may be opened. */
export const shopCurrencies = ["USD", "EUR", "GBP", "CHF", "JPY", "CNY", "KWD", "SEK", "AUD", "CAD"] as const
export type Currency = string

export function minorDigits(currency: Currency): number {
  return digits[currency] ?? 2
}
