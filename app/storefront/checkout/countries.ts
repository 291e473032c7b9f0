import type { Language } from "#server/kernel/languages.ts"

/** Where parcels can go when a shipping method names no countries. ISO 3166. */
const everywhere = [
  ...[
    "AT",
    "AU",
    "BE",
    "BR",
    "CA",
    "CH",
    "CN",
    "CZ",
    "DE",
    "DK",
    "EE",
    "ES",
    "FI",
    "FR",
    "GB",
    "GR",
    "HK",
    "HU",
    "IE",
    "IN",
    "IS",
    "IT",
  ],
  ...["JP", "KR", "KW", "LI", "LT", "LU", "LV", "MX", "NL", "NO", "NZ", "PL", "PT", "SE", "SG", "SI", "SK", "TW", "US"],
]

export interface Country {
  readonly code: string
  readonly name: string
}

/** The countries that at least one way of shipping serves, by name. Named on the server: browsers know other names. */
export function servedCountries(methods: readonly { readonly countries: readonly string[] }[], language: Language): Country[] {
  const isOpen = methods.some(({ countries }) => countries.length === 0)
  const codes = new Set([...(isOpen ? everywhere : []), ...methods.flatMap(({ countries }) => countries)])
  const order = new Intl.Collator(language)
  return [...codes].map((code) => ({ code, name: countryName(code, language) })).sort((a, b) => order.compare(a.name, b.name))
}

export function countryName(code: string, language: Language): string {
  return /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames(language, { type: "region" }).of(code) ?? code) : code
}
